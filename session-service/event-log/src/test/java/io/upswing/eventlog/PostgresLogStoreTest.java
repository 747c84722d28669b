package io.upswing.eventlog;

import static io.upswing.eventlog.Records.AT;
import static io.upswing.eventlog.Records.event;
import static io.upswing.eventlog.Records.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.LogStore.Row;
import io.upswing.eventlog.StateStore.StateVersion;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresLogStoreTest {

    private static final UUID TOPIC = id("topic");
    private static final UUID OTHER_TOPIC = id("other topic");
    private static final UUID AMA = id("ama");
    private static final UUID BEN = id("ben");

    private final JdbcTransactions transactions = new JdbcTransactions(ToyDatabase.fresh());
    private final Sql sql = new Sql(transactions);
    private final PostgresIdentity identity = new PostgresIdentity(sql);
    private final PostgresLogStore store = new PostgresLogStore(sql, identity);
    private final PostgresStates states = new PostgresStates(sql, identity);

    @BeforeEach
    void claim() {
        transactions.run(identity::claim);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void an_event_is_stored_as_it_is() {
        var first = event(AMA, 1, "first");
        var second = new EventRecord(
                id("second"),
                NoteCodec.TYPE,
                AMA,
                2,
                "clinic",
                "nurse",
                AT,
                AT.plusSeconds(1),
                id("cause"),
                null,
                new byte[] {0, -1});
        assertThat(append(first)).isTrue();
        assertThat(append(second)).isTrue();
        assertThat(in(() -> store.history(AMA)))
                .usingRecursiveComparison()
                .isEqualTo(List.of(new Row(first, false), new Row(second, false)));
        assertThat(in(() -> store.find(id("second"))))
                .usingRecursiveComparison()
                .isEqualTo(Optional.of(new Row(second, false)));
        assertThat(in(() -> store.find(id("nobody")))).isEmpty();
    }

    @Test
    void the_head_moves_by_one_only() {
        append(event(AMA, 1, "first"));
        assertThat(append(event(AMA, 1, "again"))).isFalse();
        assertThat(append(event(AMA, 3, "too far"))).isFalse();
        assertThat(append(event(AMA, 2, "second"))).isTrue();
        assertThat(in(() -> store.history(AMA))).hasSize(2);
    }

    @Test
    void events_of_several_streams_are_stored_at_once() {
        append(event(AMA, 1, "a1"));
        var both = List.of(event(BEN, 1, "b1"), event(AMA, 2, "a2"));
        assertThat(in(() -> store.append(both))).isTrue();
        assertThat(in(() -> store.histories(List.of(AMA, BEN, id("nobody")))))
                .usingRecursiveComparison()
                .isEqualTo(Map.of(
                        AMA, List.of(new Row(event(AMA, 1, "a1"), false), new Row(both.getLast(), false)),
                        BEN, List.of(new Row(both.getFirst(), false))));
    }

    @Test
    void of_several_events_one_whose_place_is_taken_spoils_all() {
        append(event(AMA, 1, "a1"));
        assertThatThrownBy(() -> transactions.run(() -> {
                    assertThat(store.append(List.of(event(BEN, 1, "b1"), event(AMA, 1, "late"))))
                            .isFalse();
                    throw new IllegalStateException("as the contract asks");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(in(() -> store.history(BEN))).isEmpty();
        assertThat(append(event(BEN, 1, "first of ben"))).isTrue();
    }

    @Test
    void an_id_is_used_once_in_all_streams() {
        append(event(id("used"), AMA, 1, "first"));
        assertThatThrownBy(() -> transactions.run(() -> {
                    assertThat(store.append(event(id("used"), BEN, 1, "stolen")))
                            .isFalse();
                    throw new IllegalStateException("as the contract asks");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(append(event(BEN, 1, "first of ben"))).isTrue();
    }

    @Test
    void of_two_writers_at_the_same_place_the_second_waits_and_loses() throws Exception {
        var second = new CompletableFuture<Boolean>();
        transactions.run(() -> {
            assertThat(store.append(event(AMA, 1, "one"))).isTrue();
            Thread.ofVirtual().start(() -> second.complete(append(event(AMA, 1, "two"))));
            awaitOneWaitingForALock();
        });
        assertThat(second.get()).isFalse();
    }

    private void awaitOneWaitingForALock() {
        Wait.orFail(
                Duration.ofSeconds(10),
                "the second to wait",
                () -> !sql.query("select 1 from pg_locks where not granted", row -> 1)
                        .isEmpty());
    }

    @Test
    void another_database_takes_nothing() {
        transactions.run(() -> sql.update("update log_identity set incarnation = gen_random_uuid()"));
        assertThatThrownBy(() -> append(event(AMA, 1, "first")))
                .isInstanceOfSatisfying(
                        LogProblem.class, problem -> assertThat(problem.kind()).isEqualTo(LogProblem.Kind.NOT_READY));
        assertThatThrownBy(() -> in(() -> states.put(change("x"), AT))).isInstanceOf(LogProblem.class);
        assertThat(in(() -> store.history(AMA))).isEmpty();
    }

    @Test
    void what_is_not_marked_is_to_be_sent_in_order() {
        append(event(AMA, 1, "a1"));
        append(event(BEN, 1, "b1"));
        append(event(AMA, 2, "a2"));
        var streams = in(() -> store.unsentStreams(new UUID(0, 0), 10));
        assertThat(streams).containsExactlyInAnyOrder(AMA, BEN);
        assertThat(in(() -> store.unsentStreams(streams.getLast(), 10))).containsExactly(streams.getLast());
        assertThat(in(() -> store.unsentStreams(new UUID(0, 0), 1))).containsExactly(streams.getFirst());
        assertThat(in(() -> store.unsent(AMA, 10)))
                .extracting(EventRecord::version)
                .containsExactly(1L, 2L);
        assertThat(in(() -> store.unsent(AMA, 1)))
                .extracting(EventRecord::version)
                .containsExactly(1L);

        var first = event(AMA, 1, "a1").id();
        assertThat(in(() -> store.mark(List.of(first, id("nobody")), TOPIC))).containsExactly(first);
        assertThat(in(() -> store.unsent(AMA, 10)))
                .extracting(EventRecord::version)
                .containsExactly(2L);
        assertThat(in(() -> store.history(AMA))).extracting(Row::logged).containsExactly(true, false);
    }

    @Test
    void marks_of_topics_that_are_gone_are_taken_back() {
        append(event(AMA, 1, "a1"));
        append(event(AMA, 2, "a2"));
        in(() -> store.mark(List.of(event(AMA, 1, "a1").id()), OTHER_TOPIC));
        in(() -> store.mark(List.of(event(AMA, 2, "a2").id()), TOPIC));
        assertThat(in(() -> store.unmarkOthers(TOPIC))).isEqualTo(1);
        assertThat(in(() -> store.unsent(AMA, 10)))
                .extracting(EventRecord::version)
                .containsExactly(1L);
    }

    @Test
    void what_the_log_holds_is_taken_in_and_counts_as_logged() {
        append(event(AMA, 1, "a1"));
        var read = List.of(
                event(AMA, 1, "a1"),
                event(AMA, 2, "a2"),
                event(AMA, 1, "a1"),
                event(BEN, 1, "b1"),
                event(AMA, 2, "a2"));
        var restored = in(() -> store.restore(read, TOPIC));
        assertThat(restored.lacking()).isEqualTo(2);
        assertThat(restored.forked()).isEmpty();
        assertThat(in(() -> store.history(AMA))).extracting(Row::logged).containsExactly(true, true);
        assertThat(in(() -> store.history(AMA)).getLast().record())
                .usingRecursiveComparison()
                .isEqualTo(event(AMA, 2, "a2"));
        assertThat(append(event(AMA, 3, "a3")))
                .as("the head is where the log ends")
                .isTrue();
        assertThat(in(() -> store.restore(read, TOPIC)).lacking()).isZero();
        assertThat(in(() -> store.restore(List.of(), TOPIC)).lacking()).isZero();
    }

    @Test
    void a_fork_stays_outside_and_is_told() {
        append(event(AMA, 1, "true"));
        var restored = in(() -> store.restore(List.of(event(AMA, 1, "false")), TOPIC));
        assertThat(restored.lacking()).isZero();
        assertThat(restored.forked())
                .extracting(EventRecord::id)
                .containsExactly(event(AMA, 1, "false").id());
        assertThat(in(() -> store.history(AMA))).hasSize(1);
    }

    @Test
    void an_event_that_has_another_version_in_the_log_is_not_logged() {
        append(event(AMA, 1, "first"));
        append(event(id("moved"), AMA, 2, "moved"));
        var restored = in(() -> store.restore(List.of(event(id("moved"), AMA, 1, "moved")), TOPIC));
        assertThat(restored.lacking()).isZero();
        assertThat(restored.forked()).extracting(EventRecord::id).containsExactly(id("moved"));
        assertThat(in(() -> store.history(AMA))).extracting(Row::logged).containsExactly(false, false);
    }

    @Test
    void an_event_that_the_log_has_with_other_bytes_is_not_logged() {
        append(event(id("twice"), AMA, 1, "decided on here"));
        var restored = in(() -> store.restore(List.of(event(id("twice"), AMA, 1, "decided on before")), TOPIC));
        assertThat(restored.lacking()).isZero();
        assertThat(restored.forked()).extracting(EventRecord::id).containsExactly(id("twice"));
        assertThat(in(() -> store.history(AMA))).extracting(Row::logged).containsExactly(false);
    }

    @Test
    void the_states_that_go_with_a_stream_have_its_key() {
        var state = in(() -> states.put(change("one"), AT));
        assertThat(in(() -> states.unsentStatesOf(AMA)))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(state);
        assertThat(in(() -> states.unsentStatesOf(BEN))).isEmpty();
        in(() -> states.markStates(List.of(StateVersion.of(state)), TOPIC));
        assertThat(in(() -> states.unsentStatesOf(AMA))).isEmpty();
    }

    @Test
    void pages_go_through_all_events_a_stream_in_order() {
        for (int version = 1; version <= 3; version++) {
            append(event(AMA, version, "a"));
            append(event(BEN, version, "b"));
        }
        var first = in(() -> store.page(null, 4));
        var second = in(() -> store.page(first.getLast(), 4));
        assertThat(first).hasSize(4);
        assertThat(second).hasSize(2);
        assertThat(in(() -> store.page(second.getLast(), 4))).isEmpty();
        var all = new ArrayList<>(first);
        all.addAll(second);
        for (var stream : List.of(AMA, BEN)) {
            assertThat(all)
                    .filteredOn(record -> record.stream().equals(stream))
                    .extracting(EventRecord::version)
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_state_has_versions_that_only_rise() {
        var first = in(() -> states.put(change("one"), AT));
        var second = in(() -> states.put(change("two"), AT));
        assertThat(first.version()).isEqualTo(AT.toEpochMilli());
        assertThat(second.version()).isEqualTo(first.version() + 1);
        assertThat(in(() -> states.states("cards")))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(second);
        assertThat(in(() -> states.unsentStates(10)))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(second);
    }

    @Test
    void only_the_current_version_of_a_state_is_marked() {
        var first = StateVersion.of(in(() -> states.put(change("one"), AT)));
        var second = StateVersion.of(in(() -> states.put(change("two"), AT)));
        assertThat(in(() -> states.markStates(List.of(first), TOPIC)))
                .as("the row is there, and has moved on")
                .containsExactly(first);
        assertThat(in(() -> states.unsentStates(10))).hasSize(1);
        assertThat(in(() -> states.markStates(List.of(first, second), TOPIC))).isEqualTo(Set.of(first, second));
        assertThat(in(() -> states.unsentStates(10))).isEmpty();
        var unheard = new StateVersion("cards", AMA, second.version() + 1);
        assertThat(in(() -> states.markStates(List.of(unheard), TOPIC))).isEmpty();
    }

    /** The rows lie in the table the other way round: a plan that goes through it locks the last key first. */
    @Test
    void marks_wait_for_whoever_stores_the_same_states_and_hold_nothing_that_it_still_wants() throws Exception {
        var keys = IntStream.range(0, 40)
                .mapToObj(n -> id("key " + n))
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        var marks = keys.reversed().stream()
                .map(key -> StateVersion.of(in(() -> states.put(change(key, "one"), AT))))
                .toList();
        var marked = new CompletableFuture<Set<StateVersion>>();
        transactions.run(() -> {
            states.put(change(keys.getFirst(), "two"), AT);
            marked.completeAsync(() -> in(() -> states.markStates(marks, TOPIC)));
            awaitOneWaitingForALock();
            keys.stream().skip(1).forEach(key -> states.put(change(key, "two"), AT));
        });
        assertThat(marked.get()).containsExactlyInAnyOrderElementsOf(marks);
    }

    @Test
    void a_state_is_renewed_by_a_higher_version_which_an_earlier_mark_does_not_touch() {
        var sent = in(() -> states.put(change("one"), AT));
        transactions.run(() -> states.renew("cards", AMA));
        in(() -> states.markStates(List.of(StateVersion.of(sent)), TOPIC));
        assertThat(in(() -> states.unsentStates(10)))
                .extracting(StateRecord::version)
                .containsExactly(sent.version() + 1);
    }

    @Test
    void a_state_is_sent_again_as_it_is() {
        var sent = in(() -> states.put(change("one"), AT));
        in(() -> states.markStates(List.of(StateVersion.of(sent)), TOPIC));
        transactions.run(() -> states.unmarkState("cards", AMA));
        assertThat(in(() -> states.unsentStates(10)))
                .extracting(StateRecord::version)
                .containsExactly(sent.version());
    }

    @Test
    void a_state_that_was_read_back_counts_if_it_is_newer() {
        var two = new StateRecord("cards", AMA, 2, "clinic", AT, null);
        assertThat(in(() -> states.restoreState(two, TOPIC))).isTrue();
        assertThat(in(() -> states.restoreState(Records.state("cards", AMA, 1, "old"), TOPIC)))
                .isFalse();
        assertThat(in(() -> states.restoreState(two, TOPIC))).isFalse();
        assertThat(in(() -> states.states("cards")))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(two);
        assertThat(in(() -> states.unsentStates(10))).isEmpty();
        assertThat(in(() -> states.unmarkOtherStates("cards", OTHER_TOPIC))).isEqualTo(1);
        assertThat(in(() -> states.unsentStates(10))).hasSize(1);
    }

    @Test
    void a_state_that_is_not_sent_has_an_age_like_an_event() {
        assertThat(unsentAge()).isZero();
        in(() -> states.put(change("one"), Instant.now().minusSeconds(60)));
        assertThat(unsentAge()).isBetween(60.0, 120.0);
    }

    private double unsentAge() {
        return in(() -> sql.query(LogGauges.UNSENT_AGE, row -> row.getDouble(1)))
                .getFirst();
    }

    @Test
    void one_replica_starts_at_a_time() throws Exception {
        var other = new PostgresIdentity(sql);
        var second = new CompletableFuture<String>();
        identity.alone(() -> {
            Thread.ofVirtual().start(() -> other.alone(() -> second.complete("started")));
            transactions.run(this::awaitOneWaitingForALock);
            assertThat(second).isNotDone();
        });
        assertThat(second.get()).isEqualTo("started");
    }

    @Test
    void a_database_has_one_name_and_knows_whether_it_was_rebuilt() {
        var same = new PostgresIdentity(sql);
        transactions.run(same::claim);
        assertThat(same.incarnation()).isNotNull().isEqualTo(identity.incarnation());
        assertThat(in(identity::rebuilt)).isFalse();
        transactions.run(() -> identity.setRebuilt(true));
        assertThat(in(same::rebuilt)).isTrue();
    }

    @Test
    void a_connection_made_while_a_start_up_claims_its_database_leads_to_that_one() throws SQLException {
        var database = ToyDatabase.fresh();
        var gate = new Gate(() -> {});
        var same = new SameDatabase(gate);
        try (var first = new JdbcTransactions(database);
                var second = DriverManager.getConnection(database.url(), database.username(), database.password())) {
            var starting = new PostgresIdentity(new Sql(first));
            same.expect(starting::incarnation);
            first.run(() -> {
                starting.claim();
                same.onConnectionCreate(second);
            });
        }
        assertThat(gate.state()).isEqualTo(Gate.State.STARTING);
    }

    private boolean append(EventRecord record) {
        return in(() -> store.append(record));
    }

    private <T> T in(Supplier<T> work) {
        return transactions.call(work);
    }

    private static StateChange change(String text) {
        return change(AMA, text);
    }

    private static StateChange change(UUID key, String text) {
        return new StateChange("cards", key, "clinic", text.getBytes(StandardCharsets.UTF_8));
    }
}
