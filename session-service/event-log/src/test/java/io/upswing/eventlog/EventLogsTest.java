package io.upswing.eventlog;

import static io.upswing.eventlog.Records.id;
import static io.upswing.eventlog.Records.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log in a running service, as CDI and the channels put it together. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class EventLogsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    EventLogs logs;

    @Inject
    EventLog<Note> log;

    @Inject
    Notes notes;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @TestHTTPResource("/q/health/ready")
    URI readiness;

    @TestHTTPResource("/q/health/live")
    URI liveness;

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void ready() {
        Wait.orFail(SOON, "readiness", () -> get(readiness).contains("\"UP\""));
    }

    @Test
    void what_is_recorded_is_logged_and_in_the_views() {
        var outcome = log.execute(
                request("first"), id("ama"), history -> Optional.of(Draft.of(new Note("hello"), Instant.EPOCH)));
        assertThat(outcome).isInstanceOf(Outcome.Logged.class);
        assertThat(in(() -> notes.rows("note"))).containsEntry(id("ama") + "@1", "hello");
        assertThat(log.history("clinic", id("ama"))).extracting(Recorded::event).containsExactly(new Note("hello"));
        assertThat(logs.await("toy-events", id("ama"), 1, Duration.ZERO)).isTrue();
    }

    @Test
    void a_state_goes_with_its_event() {
        var change = new StateChange("toy-cards", id("cleo"), "clinic", "red".getBytes(StandardCharsets.UTF_8));
        var outcome = log.execute(
                request("with a card"),
                id("cleo"),
                history -> Optional.of(new Draft<>(new Note("a card"), Instant.EPOCH, List.of(change))));
        assertThat(outcome).isInstanceOf(Outcome.Logged.class);
        assertThat(in(notes::cards)).containsEntry(id("cleo"), "red");
    }

    @Test
    void a_neighbour_is_followed() throws Exception {
        send(Records.event(id("ben"), 1, "one"));
        send(Records.event(id("ben"), 2, "two"));
        send(Records.event(id("ben"), 2, "two"));
        assertThat(logs.await("neighbour-events", id("ben"), 2, SOON)).isTrue();
        assertThat(in(() -> notes.rows("heard")))
                .containsEntry(id("ben") + "@1", "one")
                .containsEntry(id("ben") + "@2", "two");
        assertThat(logs.await("neighbour-events", id("ben"), 3, Duration.ofMillis(20)))
                .isFalse();
    }

    @Test
    void what_a_neighbour_has_said_by_now_is_waited_for() throws Exception {
        try (var connection = dataSource.getConnection();
                var held = connection.createStatement()) {
            connection.setAutoCommit(false);
            held.execute("lock table follow_offset in exclusive mode");
            send(Records.event(id("hal"), 1, "late"));
            assertThat(logs.awaitEnd("neighbour-events", Duration.ofMillis(100)))
                    .isFalse();
            connection.rollback();
        }
        assertThat(logs.awaitEnd("neighbour-events", SOON)).isTrue();
        assertThat(in(() -> notes.rows("heard"))).containsEntry(id("hal") + "@1", "late");
        assertThatThrownBy(() -> logs.awaitEnd("toy-events", SOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_neighbours_states_are_followed() throws Exception {
        send(Records.state("neighbour-cards", id("dan"), 2, "green"));
        send(Records.state("neighbour-cards", id("dan"), 1, "grey"));
        Wait.orFail(SOON, "the card", () -> "green".equals(in(notes::cards).get(id("dan"))));
    }

    @Test
    void what_the_views_refuse_is_parked_and_counted() throws Exception {
        send(Records.event(id("eve"), 1, "refused by the views"));
        send(Records.event(id("fay"), 1, "fine"));
        assertThat(logs.await("neighbour-events", id("fay"), 1, SOON)).isTrue();
        Wait.orFail(SOON, "the gauge", () -> get(metrics).contains("upswing_follow_parked_streams 1.0"));
    }

    @Test
    void operators_find_the_figures_by_their_names() {
        log.execute(request("measured"), id("gus"), history -> Optional.of(Draft.of(new Note("x"), Instant.EPOCH)));
        assertThat(get(metrics))
                .contains("upswing_log_unsent_events ")
                .contains("upswing_log_unsent_age_seconds ")
                .contains("upswing_follow_parked_streams ")
                .contains("upswing_log_ack_seconds{")
                .contains("upswing_log_ack_seconds_count ")
                .contains("upswing_log_conflicts_total ")
                .contains("upswing_log_forked_records_total ");
    }

    @Test
    void the_lag_of_a_followed_topic_is_measured() throws Exception {
        send(Records.event(id("hal"), 1, "measured"));
        assertThat(logs.await("neighbour-events", id("hal"), 1, SOON)).isTrue();
        Wait.orFail(
                SOON,
                "the figure",
                () -> get(metrics).contains("upswing_follow_lag_seconds_count{topic=\"neighbour-events\"}"));
    }

    @Test
    void a_topic_that_is_not_read_is_not_waited_for() {
        assertThatThrownBy(() -> logs.await("nobodys-events", id("ama"), 1, SOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_transaction_whose_time_was_up_says_nothing_about_the_work() {
        var sql = new Sql(dataSource);
        assertThatThrownBy(() -> new QuarkusTransactions(Duration.ofSeconds(1))
                        .run(() -> sql.query("select pg_sleep(2)", row -> row)))
                .isInstanceOf(Transactions.Disturbed.class);
    }

    @Test
    void liveness_asks_nobody() {
        assertThat(get(liveness)).contains("\"UP\"").doesNotContain("\"name\"");
        assertThat(get(readiness)).contains("Database connections").contains("event log");
    }

    /** Nobody of ours writes in transactions, but a tool that copies topics may. */
    @Test
    void what_lies_behind_the_end_of_a_transaction_is_read() throws Exception {
        sendInTransactions(Records.event(id("ida"), 1, "one"), Records.event(id("ida"), 2, "two"));
        send(Records.event(id("ida"), 3, "three"));
        assertThat(logs.await("neighbour-events", id("ida"), 3, SOON)).isTrue();
    }

    private void sendInTransactions(EventRecord... records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "transactional.id", "copier");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (var record : records) {
                producer.beginTransaction();
                producer.send(new Wire("neighbour").outgoing("neighbour-events", record))
                        .get();
                producer.commitTransaction();
            }
        }
    }

    private void send(EventRecord record) throws Exception {
        try (var producer = producer()) {
            producer.send(new Wire("neighbour").outgoing("neighbour-events", record))
                    .get();
        }
    }

    private void send(StateRecord record) throws Exception {
        try (var producer = producer()) {
            producer.send(new Wire("neighbour").outgoing(record)).get();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer());
    }

    private static <T> T in(java.util.function.Supplier<T> work) {
        return new QuarkusTransactions(SOON).call(work);
    }

    private static String get(URI address) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return e.toString(); // asked again, or told by the assertion
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }
}
