package io.upswing.eventlog;

import io.upswing.eventlog.LogProblem.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The log's tables in memory, statement by statement as {@link PostgresLogStore}, {@link PostgresStates} and
 * {@link PostgresIdentity} have them.
 */
class SimLogStore implements LogStore, StateStore, Identity {

    static final String EVENTS = "event";
    static final String STATES = "state_record";
    static final String IDENTITY = "log_identity";
    private static final String HEADS = "stream_head";
    private static final String VERSIONS = "event by version";
    private static final Comparator<EventRecord> IN_ORDER = Comparator.comparing(
                    (EventRecord record) -> record.stream().toString())
            .thenComparing(EventRecord::version);

    /** A row of the table of events. */
    record Event(EventRecord record, @Nullable UUID topic) {}

    /** A row of the table of states. */
    record State(StateRecord record, @Nullable UUID topic) {}

    record Named(UUID incarnation, UUID starter, boolean rebuilt) {}

    private record Version(UUID stream, long version) {}

    record Key(String topic, UUID key) {}

    private final Scheduler scheduler;
    private final Scheduler.Process process;
    private final SimTransactions transactions;
    private @Nullable UUID incarnation;
    private @Nullable UUID starter;

    SimLogStore(Scheduler scheduler, Scheduler.Process process, SimTransactions transactions) {
        this.scheduler = scheduler;
        this.process = process;
        this.transactions = transactions;
    }

    @Override
    public List<Row> history(UUID stream) {
        return events(event -> event.record().stream().equals(stream)).stream()
                .map(SimLogStore::row)
                .toList();
    }

    @Override
    public Optional<Row> find(UUID eventId) {
        return Optional.ofNullable(transactions.statement().<Event>get(EVENTS, eventId))
                .map(SimLogStore::row);
    }

    @Override
    public boolean append(EventRecord r) {
        var tx = transactions.statement();
        requireSame();
        tx.lock(HEADS, r.stream());
        if (head(r.stream()) != r.version() - 1) {
            return false;
        }
        tx.put(HEADS, r.stream(), r.version());
        return insert(r, null);
    }

    /** As a table without a key on stream and version would take it. */
    void insertAnywhere(EventRecord r) {
        transactions.statement().put(EVENTS, r.id(), new Event(r, null));
    }

    private boolean insert(EventRecord r, @Nullable UUID topic) {
        var tx = transactions.tx();
        var version = new Version(r.stream(), r.version());
        tx.lock(EVENTS, r.id());
        tx.lock(VERSIONS, version);
        if (tx.get(EVENTS, r.id()) != null || tx.get(VERSIONS, version) != null) {
            return false;
        }
        transactions.tell("inserts %s@%d %s", r.stream(), r.version(), r.id());
        tx.put(EVENTS, r.id(), new Event(r, topic));
        tx.put(VERSIONS, version, r.id());
        return true;
    }

    private long head(UUID stream) {
        Long head = transactions.tx().get(HEADS, stream);
        return head == null ? 0 : head;
    }

    @Override
    public List<UUID> unsentStreams(UUID from, int limit) {
        return events(event -> event.topic() == null).stream()
                .map(event -> event.record().stream())
                .distinct()
                .filter(stream -> stream.toString().compareTo(from.toString()) >= 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<EventRecord> unsent(UUID stream, int limit) {
        return events(event -> event.topic() == null && event.record().stream().equals(stream)).stream()
                .map(Event::record)
                .limit(limit)
                .toList();
    }

    @Override
    public Set<UUID> mark(Collection<UUID> eventIds, UUID topicId) {
        var tx = transactions.statement();
        var hit = new HashSet<UUID>();
        for (var id : eventIds) {
            if (tx.get(EVENTS, id) != null) {
                tx.lock(EVENTS, id);
                tx.put(
                        EVENTS,
                        id,
                        new Event(
                                Objects.requireNonNull(tx.<Event>get(EVENTS, id))
                                        .record(),
                                topicId));
                hit.add(id);
            }
        }
        return hit;
    }

    @Override
    public int unmarkOthers(UUID topicId) {
        var tx = transactions.tx();
        var others = events(event -> event.topic() != null && !event.topic().equals(topicId));
        for (var other : others) {
            tx.lock(EVENTS, other.record().id());
            Event event = tx.get(EVENTS, other.record().id());
            if (event != null && !topicId.equals(event.topic())) {
                tx.put(EVENTS, event.record().id(), new Event(event.record(), null));
            }
        }
        return others.size();
    }

    @Override
    public Restored restore(List<EventRecord> records, UUID topicId) {
        var tx = transactions.statement();
        var lacking = 0;
        var forked = new ArrayList<EventRecord>();
        for (var record : records) {
            tx.lock(EVENTS, record.id());
            Event known = tx.get(EVENTS, record.id());
            if (known != null
                    && known.record().version() == record.version()
                    && Arrays.equals(known.record().value(), record.value())) {
                tx.put(EVENTS, record.id(), new Event(known.record(), topicId));
            } else if (insert(record, topicId)) {
                lacking++;
                tx.lock(HEADS, record.stream());
                tx.put(HEADS, record.stream(), Math.max(head(record.stream()), record.version()));
            } else {
                forked.add(record);
            }
        }
        return new Restored(lacking, forked);
    }

    @Override
    public List<EventRecord> page(@Nullable EventRecord after, int limit) {
        return events(event -> after == null || IN_ORDER.compare(event.record(), after) > 0).stream()
                .map(Event::record)
                .limit(limit)
                .toList();
    }

    @Override
    public StateRecord put(StateChange change, Instant recordedAt) {
        var tx = transactions.statement();
        requireSame();
        var key = new Key(change.topic(), change.key());
        tx.lock(STATES, key);
        State before = tx.get(STATES, key);
        var version =
                before == null ? recordedAt.toEpochMilli() : before.record().version() + 1;
        var record =
                new StateRecord(change.topic(), change.key(), version, change.clinic(), recordedAt, change.value());
        tx.put(STATES, key, new State(record, null));
        return record;
    }

    @Override
    public void renew(String topic, UUID key) {
        var tx = transactions.statement();
        var row = new Key(topic, key);
        tx.lock(STATES, row);
        State before = tx.get(STATES, row);
        if (before != null) {
            var r = before.record();
            var next = new StateRecord(topic, key, r.version() + 1, r.clinic(), r.recordedAt(), r.value());
            tx.put(STATES, row, new State(next, null));
        }
    }

    @Override
    public void unmarkState(String topic, UUID key) {
        var tx = transactions.statement();
        var row = new Key(topic, key);
        tx.lock(STATES, row);
        State state = tx.get(STATES, row);
        if (state != null) {
            tx.put(STATES, row, new State(state.record(), null));
        }
    }

    @Override
    public List<StateRecord> unsentStates(int limit) {
        return transactions.statement().<State>find(STATES, state -> state.topic() == null).stream()
                .map(State::record)
                .limit(limit)
                .toList();
    }

    @Override
    public List<StateRecord> unsentStatesOf(UUID stream) {
        return transactions
                .statement()
                .<State>find(
                        STATES,
                        state -> state.topic() == null && state.record().key().equals(stream))
                .stream()
                .map(State::record)
                .toList();
    }

    @Override
    public Set<StateVersion> markStates(Collection<StateVersion> versions, UUID topicId) {
        var tx = transactions.statement();
        var hit = new HashSet<StateVersion>();
        for (var version : versions) {
            var key = new Key(version.topic(), version.key());
            tx.lock(STATES, key);
            State state = tx.get(STATES, key);
            if (state != null && state.record().version() >= version.version()) {
                hit.add(version);
                if (state.record().version() == version.version()) {
                    tx.put(STATES, key, new State(state.record(), topicId));
                }
            }
        }
        return hit;
    }

    @Override
    public int unmarkOtherStates(String topic, UUID topicId) {
        var others = transactions
                .statement()
                .<State>find(
                        STATES,
                        state -> state.record().topic().equals(topic)
                                && state.topic() != null
                                && !state.topic().equals(topicId));
        others.forEach(state ->
                transactions.tx().put(STATES, new Key(topic, state.record().key()), new State(state.record(), null)));
        return others.size();
    }

    @Override
    public boolean restoreState(StateRecord record, UUID topicId) {
        var tx = transactions.statement();
        var key = new Key(record.topic(), record.key());
        tx.lock(STATES, key);
        State before = tx.get(STATES, key);
        if (before != null && before.record().version() >= record.version()) {
            return false;
        }
        tx.put(STATES, key, new State(record, topicId));
        return true;
    }

    @Override
    public List<StateRecord> states(String topic) {
        return transactions
                .statement()
                .<State>find(STATES, state -> state.record().topic().equals(topic))
                .stream()
                .map(State::record)
                .toList();
    }

    @Override
    public void alone(Runnable startUp) {
        transactions.database().alone(process, startUp);
    }

    @Override
    public void claim() {
        var tx = transactions.statement();
        tx.lock(IDENTITY, IDENTITY);
        Named named = tx.get(IDENTITY, IDENTITY);
        var name = named == null ? new UUID(scheduler.random.nextLong(), 2) : named.incarnation();
        var turn = new UUID(scheduler.random.nextLong(), 3);
        tx.put(IDENTITY, IDENTITY, new Named(name, turn, named != null && named.rebuilt()));
        incarnation = name;
        starter = turn;
    }

    @Override
    public void requireTurn() {
        transactions.statement().lock(IDENTITY, IDENTITY);
        if (!named().starter().equals(starter)) {
            throw new Moved();
        }
    }

    @Override
    public boolean rebuilt() {
        transactions.statement();
        return named().rebuilt();
    }

    @Override
    public void setRebuilt(boolean rebuilt) {
        transactions.statement().put(IDENTITY, IDENTITY, new Named(named().incarnation(), named().starter(), rebuilt));
    }

    @Nullable
    UUID incarnation() {
        return incarnation;
    }

    private Named named() {
        return Objects.requireNonNull(transactions.tx().<Named>get(IDENTITY, IDENTITY));
    }

    private void requireSame() {
        Named named = transactions.tx().get(IDENTITY, IDENTITY);
        if (named == null || !named.incarnation().equals(incarnation)) {
            throw new LogProblem(Kind.NOT_READY, "another database");
        }
    }

    private List<Event> events(Predicate<Event> condition) {
        return transactions.statement().find(EVENTS, condition).stream()
                .sorted(Comparator.comparing(Event::record, IN_ORDER))
                .toList();
    }

    private static Row row(Event event) {
        return new Row(event.record(), event.topic() != null);
    }
}
