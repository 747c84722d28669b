package io.upswing.eventlog;

import io.upswing.eventlog.LogProblem.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way a service records anything: read the stream, decide, append, fold into the views, in one transaction; then
 * send, and answer when the topic and the mark in the table agree.
 *
 * <p>One request is answered by at most one event. Its id is the request's, so the same request again finds it.
 */
public final class EventLog<E> {

    /** Losers of the compare-and-set read and decide again this often, then give up. */
    private static final int ATTEMPTS = 40;

    /** Kafka refuses records over 1 MiB; the headers need some of it. */
    private static final int MAX_VALUE_BYTES = 900_000;

    private final EventCodec<E> codec;
    private final View<E> views;
    private final LogStore store;
    private final StateStore states;
    private final Transactions transactions;
    private final Relay relay;
    private final Gate gate;
    private final Patience patience;
    private final Turns turns;
    private final InstantSource clock;

    EventLog(
            EventCodec<E> codec,
            View<E> views,
            LogStore store,
            StateStore states,
            Transactions transactions,
            Relay relay,
            Gate gate,
            Patience patience,
            InstantSource clock) {
        this.codec = codec;
        this.views = views;
        this.store = store;
        this.states = states;
        this.transactions = transactions;
        this.relay = relay;
        this.gate = gate;
        this.patience = patience;
        this.turns = new Turns(patience);
        this.clock = clock;
    }

    /**
     * Answers the request with what the decision says of the stream's history.
     *
     * @throws LogProblem when the log cannot take it; nothing is left behind then
     */
    public Outcome<E> execute(Request request, UUID stream, Decision<E> decision) {
        gate.requireOpen();
        var alone = List.of(new Command<>(request, stream, decision));
        return offered(turns.take(stream, () -> record(alone, () -> {})))
                .getFirst()
                .get();
    }

    /**
     * As {@link #execute} for several requests about as many streams, in one transaction: all of them are recorded, in
     * their order, or none is. This does not wait for the topic: who asks for an outcome does, within bounds, while the
     * next may be recorded. What nobody asks for gets there all the same.
     *
     * @param before called first in the transaction, and in each repetition of it: looks up what the decisions rest on
     * @throws LogProblem when the log cannot take one of them; nothing is left behind then
     */
    public List<Supplier<Outcome<E>>> recordAll(List<Command<E>> commands, Runnable before) {
        gate.requireOpen();
        return offered(record(commands, before));
    }

    private List<Attempt<E>> record(List<Command<E>> commands, Runnable before) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var again = attempt > 0;
            try {
                return transactions.call(() -> attempt(commands, before, again));
            } catch (Overtaken e) {
                LogMetrics.conflict();
            }
        }
        throw new LogProblem(Kind.CONTENDED, "Others kept changing the same record; try again.");
    }

    /** The stream's events as they stand, for a clinic that owns it; empty when there are none. */
    public List<Recorded<E>> history(String clinic, UUID stream) {
        var rows = transactions.call(() -> store.history(stream));
        requireOwner(clinic, rows);
        return decoded(rows);
    }

    /** An event of the clinic by its id, and whether the topic has it. */
    public Optional<LogStore.Row> find(String clinic, UUID eventId) {
        return transactions
                .call(() -> store.find(eventId))
                .filter(row -> row.record().clinic().equals(clinic));
    }

    /**
     * Stores derived values of a compacted topic in the transaction around this call; they are sent soon after. Always in
     * the same order, so that of two that store the same keys none waits for the other in a circle.
     */
    public void publish(Collection<StateChange> changes) {
        var now = now();
        changes.stream().sorted(StateChange.ORDER).forEach(change -> put(change, now));
    }

    /**
     * What a request came to in a transaction, and what must still reach the topics before that is final.
     *
     * @param changes of states that go with a new event
     * @param states those changes, stored; null where another request stored the event
     * @param first whether the event is known to be the first of its stream that is not logged
     */
    private record Attempt<E>(
            Outcome<E> outcome,
            @Nullable EventRecord unsent,
            List<StateChange> changes,
            @Nullable List<StateRecord> states,
            boolean first) {

        static <E> Attempt<E> settled(Outcome<E> outcome) {
            return new Attempt<>(outcome, null, List.of(), List.of(), false);
        }

        Attempt<E> with(List<StateRecord> stored) {
            return new Attempt<>(outcome, unsent, changes, stored, first);
        }
    }

    private List<Attempt<E>> attempt(List<Command<E>> commands, Runnable before, boolean again) {
        before.run();
        var histories = store.histories(commands.stream().map(Command::stream).toList());
        var attempts = commands.stream()
                .map(command -> attempt(command, histories.getOrDefault(command.stream(), List.of()), again))
                .toList();
        append(attempts);
        return attempts.stream()
                .map(attempt -> attempt.changes().isEmpty() ? attempt : attempt.with(put(attempt)))
                .toList();
    }

    private Attempt<E> attempt(Command<E> command, List<LogStore.Row> rows, boolean again) {
        var request = command.request();
        var known = again ? store.find(request.eventId()) : Optional.<LogStore.Row>empty();
        if (known.isPresent()) {
            return repeat(request, known.get()); // perhaps in another stream than the one asked for now
        }
        for (var row : rows) {
            if (row.record().id().equals(request.eventId())) {
                return repeat(request, row);
            }
        }
        requireOwner(request.clinic(), rows);
        var history = decoded(rows);
        var draft = command.decision().decide(history);
        return draft.isEmpty()
                ? Attempt.settled(new Outcome.Unchanged<>(history))
                : drafted(command, rows, draft.get());
    }

    private Attempt<E> drafted(Command<E> command, List<LogStore.Row> rows, Draft<E> draft) {
        var version = rows.isEmpty() ? 1 : rows.getLast().record().version() + 1;
        var record = record(command.request(), command.stream(), version, draft);
        var recorded = decoded(record); // as everybody will read it, and a repeat of the request will answer it
        var changes = draft.states().stream()
                .map(change -> ofStream(command.stream(), change))
                .toList();
        var predecessorLogged = rows.isEmpty() || rows.getLast().logged();
        return new Attempt<>(new Outcome.Logged<>(recorded), record, changes, List.of(), predecessorLogged);
    }

    private void append(List<Attempt<E>> attempts) {
        var appended = new ArrayList<Recorded<E>>();
        for (var attempt : attempts) {
            if (attempt.outcome() instanceof Outcome.Logged<E>(var recorded)) {
                appended.add(recorded);
            }
        }
        if (appended.isEmpty()) {
            return;
        }
        if (!store.append(appended.stream().map(Recorded::record).toList())) {
            throw new Overtaken();
        }
        views.apply(appended);
    }

    private List<StateRecord> put(Attempt<E> attempt) {
        var recordedAt = Objects.requireNonNull(attempt.unsent()).recordedAt();
        var states = attempt.changes().stream()
                .map(change -> put(change, recordedAt))
                .toList();
        views.applyStates(states);
        return states;
    }

    /** By its key the relay finds what must be sent before the stream's events. */
    private static StateChange ofStream(UUID stream, StateChange change) {
        if (!change.key().equals(stream)) {
            throw new IllegalArgumentException("A state that goes with an event has the key of its stream.");
        }
        return change;
    }

    private StateRecord put(StateChange change, Instant recordedAt) {
        requireSmall(change.value());
        return states.put(change, recordedAt);
    }

    private EventRecord record(Request request, UUID stream, long version, Draft<E> draft) {
        var value = codec.encode(draft.event());
        requireSmall(value);
        return new EventRecord(
                request.eventId(),
                codec.typeOf(draft.event()),
                stream,
                version,
                request.clinic(),
                request.actor(),
                draft.happenedAt().truncatedTo(ChronoUnit.MICROS),
                now(),
                request.causation(),
                request.hash(),
                value);
    }

    private Attempt<E> repeat(Request request, LogStore.Row row) {
        var record = row.record();
        requireOwner(request.clinic(), List.of(row));
        if (request.hash() != null && !request.hash().equals(record.requestHash())) {
            throw new LogProblem(Kind.KEY_REUSED, "This Idempotency-Key was used for another request.");
        }
        var outcome = new Outcome.Repeated<>(decoded(record));
        return row.logged() ? Attempt.settled(outcome) : new Attempt<>(outcome, record, List.of(), null, false);
    }

    /** Outside the transaction: sends what it left to send, which is then waited for within bounds. */
    private List<Supplier<Outcome<E>>> offered(List<Attempt<E>> attempts) {
        return attempts.stream().map(this::offered).toList();
    }

    private Supplier<Outcome<E>> offered(Attempt<E> attempt) {
        var unsent = attempt.unsent();
        if (unsent == null) {
            return attempt::outcome;
        }
        var sent = relay.offer(unsent, attempt.states(), attempt.first());
        return () -> {
            var logged = patience.await(sent);
            relay.stopWaiting(unsent);
            return settled(attempt.outcome(), logged);
        };
    }

    private static <E> Outcome<E> settled(Outcome<E> outcome, boolean logged) {
        return switch (outcome) {
            case Outcome.Logged<E>(var recorded) when !logged -> new Outcome.Pending<>(recorded, false);
            case Outcome.Repeated<E>(var recorded) when !logged -> new Outcome.Pending<>(recorded, true);
            case Outcome<E> settled -> settled;
        };
    }

    private List<Recorded<E>> decoded(List<LogStore.Row> rows) {
        return rows.stream().map(row -> decoded(row.record())).toList();
    }

    /** While two versions of a service run, the older one must not decide on what it cannot read. */
    private Recorded<E> decoded(EventRecord record) {
        return codec.decode(record.type(), record.value())
                .map(event -> new Recorded<>(record, event))
                .orElseThrow(() -> new LogProblem(
                        Kind.NOT_READY, "A newer version of this service has recorded here: " + record.type() + "."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireSmall(byte @Nullable [] value) {
        if (value != null && value.length > MAX_VALUE_BYTES) {
            throw new LogProblem(Kind.TOO_LARGE, "The record would be larger than " + MAX_VALUE_BYTES + " bytes.");
        }
    }

    private static void requireOwner(String clinic, List<LogStore.Row> rows) {
        if (!rows.isEmpty() && !rows.getFirst().record().clinic().equals(clinic)) {
            throw new LogProblem(Kind.NO_SUCH_STREAM, "There is no such record.");
        }
    }

    /** Rolls the transaction back, to read and decide again. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("overtaken", null, false, false);
        }
    }
}
