package io.upswing.eventlog;

import static io.upswing.eventlog.Records.id;
import static io.upswing.eventlog.Records.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the log while nothing reaches the topic. */
class EventLogTest {
    private static final UUID AMA = id("ama");
    private static final UUID BEN = id("ben");

    private final JdbcTransactions transactions = new JdbcTransactions(ToyDatabase.fresh());
    private final Sql sql = new Sql(transactions);
    private final PostgresIdentity identity = new PostgresIdentity(sql);
    private final PostgresLogStore store = new PostgresLogStore(sql, identity);
    private final PostgresStates states = new PostgresStates(sql, identity);
    private final Notes notes = new Notes(sql);
    private final EventLog<Note> log = log();

    private EventLog<Note> log() {
        var gate = new Gate(() -> {});
        gate.open();
        var relay = new Relay(store, states, transactions, new Silent(), task -> {});
        var patience = Patience.of(Duration.ofMillis(1));
        return new EventLog<>(
                new NoteCodec(), notes, store, states, transactions, relay, gate, patience, InstantSource.system());
    }

    @BeforeEach
    void claim() {
        transactions.run(identity::claim);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void whose_own_event_is_pending_can_tell_it_from_a_repeat() {
        assertThat(log.execute(request("note"), AMA, noting("one")))
                .isInstanceOfSatisfying(
                        Outcome.Pending.class,
                        pending -> assertThat(pending.repeated()).isFalse());
        assertThat(log.execute(request("note"), AMA, noting("one")))
                .isInstanceOfSatisfying(
                        Outcome.Pending.class,
                        pending -> assertThat(pending.repeated()).isTrue());
    }

    @Test
    void several_requests_are_answered_in_their_order() {
        log.execute(request("known"), AMA, noting("one"));
        var outcomes = log.recordAll(
                List.of(
                        new Command<>(request("known"), AMA, noting("never")),
                        new Command<>(request("new"), BEN, noting("two")),
                        new Command<>(request("nothing"), id("cleo"), history -> Optional.empty())),
                () -> {});
        assertThat(outcomes)
                .extracting(outcome -> inWords(outcome.get()))
                .containsExactly("again one", "two", "nothing");
        assertThat(transactions.call(() -> notes.rows("note"))).hasSize(2).containsValues("one", "two");
    }

    @Test
    void a_refusal_of_one_leaves_nothing_of_the_others() {
        assertThatThrownBy(() -> log.recordAll(
                        List.of(
                                new Command<>(request("good"), AMA, noting("one")),
                                new Command<>(request("bad"), BEN, history -> {
                                    throw new IllegalStateException("refused");
                                })),
                        () -> {}))
                .hasMessage("refused");
        assertThat(transactions.call(() -> store.history(AMA))).isEmpty();
    }

    private static String inWords(Outcome<Note> outcome) {
        return switch (outcome) {
            case Outcome.Pending<Note>(var recorded, var repeated) ->
                (repeated ? "again " : "") + recorded.event().text();
            case Outcome.Unchanged<Note> unchanged -> "nothing";
            case Outcome<Note> other -> other.toString();
        };
    }

    private static Decision<Note> noting(String text) {
        return history -> Optional.of(Draft.of(new Note(text), Instant.EPOCH));
    }

    /** A topic that never answers; nobody sends to it here. */
    private static final class Silent implements TopicLog {
        @Override
        public UUID send(EventRecord record) {
            throw new IllegalStateException("nothing is sent");
        }

        @Override
        public UUID send(StateRecord record) {
            throw new IllegalStateException("nothing is sent");
        }
    }
}
