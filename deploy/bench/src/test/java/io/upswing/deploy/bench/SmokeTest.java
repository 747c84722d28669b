package io.upswing.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.embedded.Infrastructure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements that need no service, in sizes that only show that they work. */
class SmokeTest {

    @Test
    void appends_are_counted_and_leave_what_they_should(@TempDir Path folder) throws Exception {
        var database = Infrastructure.get().database("bench");
        var figures = new ArrayList<Figure>();
        new AppendBench(database, new Crowd(4, Duration.ofMillis(100), Duration.ofMillis(200))).run(figures::add);

        assertThat(figures).hasSize(2).allSatisfy(figure -> {
            assertThat(figure.measured().value()).isPositive();
            assertThat(figure.ratio()).isPositive();
        });
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select (select count(*) from event),
                               (select sum(version) from stream_head),
                               (select count(*) from event where logged_topic is not null)
                        """)) {
            rows.next();
            assertThat(rows.getLong(1)).isEqualTo(rows.getLong(2));
            assertThat(rows.getLong(3)).isBetween(1L, rows.getLong(1) - 1);
        }
    }

    @Test
    void standings_are_derived_in_memory_and_from_the_log() {
        var figures = new ArrayList<Figure>();
        new StandingsBench(new Sizes(600, 20, 1, 1, 1, 1)).run(figures::add);

        assertThat(figures).hasSize(2).allSatisfy(figure -> {
            assertThat(figure.measured().value()).isPositive();
            assertThat(figure.ratio()).isPositive();
        });
    }

    @Test
    void sends_are_timed() {
        var sends = SendBench.run(Infrastructure.get().bootstrapServers(), 5, 20);
        assertThat(sends.count()).isEqualTo(20);
        assertThat(sends.percentile(50).value()).isPositive();
    }

    @Test
    void histories_are_consumed_and_parsed_in_a_jvm_of_their_own() throws Exception {
        var servers = Infrastructure.get().bootstrapServers();
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic("bench-histories", Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        var histories = new Histories("clinic", UUID.nameUUIDFromBytes(new byte[1]), 1_000, 20);
        new HistoryWriter(servers, "bench-histories", "session-service").write(histories::forEach);
        assertThat(Consumption.read(servers, "bench-histories").done()).isEqualTo(histories.size());
        assertThat(Consumption.perSecondInItsOwnJvm(servers, "bench-histories")).isPositive();
    }

    @Test
    void the_machine_is_described(@TempDir Path folder) throws IOException {
        var machine = Machine.measure(folder);
        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryMegabytes()).isPositive();
        assertThat(machine.fsyncsPerSecond()).isPositive();
        assertThat(folder).isEmptyDirectory();
    }
}
