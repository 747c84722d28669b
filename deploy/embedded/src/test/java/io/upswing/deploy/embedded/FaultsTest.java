package io.upswing.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers come back on the same port with the same data, however they ended; the same two, time and again. */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsTest {
    private final Kafka kafka = Infrastructure.get().ownKafka();
    private final Postgres postgres = Infrastructure.get().ownPostgres();

    enum End {
        IN_GOOD_ORDER,
        BY_KILL,
        BY_KILL_OF_THE_PARENT_ALONE
    }

    @AfterAll
    void stop() {
        kafka.kill9();
        postgres.stop();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_GOOD_ORDER", "BY_KILL"})
    void kafka_keeps_its_topics(End end) throws Exception {
        kafka.start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(facts(end), 3, (short) 1)))
                    .all()
                    .get();
            finish(kafka, end);
            kafka.start();
            assertThat(admin.listTopics().names().get()).contains(facts(end));
        }
    }

    @ParameterizedTest
    @EnumSource
    void postgres_keeps_its_databases(End end) {
        postgres.start();
        postgres.databases().create(facts(end));
        finish(postgres, end);
        postgres.start();
        assertThat(postgres.databases().has(facts(end))).isTrue();
    }

    @Test
    void a_paused_server_does_not_answer_until_it_is_resumed() {
        kafka.start();
        kafka.pause();
        assertThat(kafka.healthy()).isFalse();
        assertThat(kafka.daemon().isAlive()).isTrue();
        kafka.resume();
        kafka.awaitReady();
    }

    /** Nothing of another end. */
    private static String facts(End end) {
        return "facts_" + end.name().toLowerCase(Locale.ROOT);
    }

    private static void finish(Server server, End end) {
        switch (end) {
            case IN_GOOD_ORDER -> server.stop();
            case BY_KILL -> server.kill9();
            case BY_KILL_OF_THE_PARENT_ALONE ->
                ProcessHandle.of(server.daemon().pid().orElseThrow())
                        .orElseThrow()
                        .destroyForcibly();
        }
        Wait.orFail(Duration.ofSeconds(10), "the end", () -> !server.daemon().isAlive());
    }
}
