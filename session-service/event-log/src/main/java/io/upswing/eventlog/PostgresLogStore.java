package io.upswing.eventlog;

import io.upswing.eventlog.LogProblem.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The own log in PostgreSQL; the statements are in the order of an event's life. */
final class PostgresLogStore implements LogStore, Identity {

    private static final String COLUMNS =
            "id, stream, version, type, clinic, actor, happened_at, recorded_at, causation, request_hash, value";

    /** One round trip: the head moves only from version - 1, only in the database this replica knows. */
    private static final String APPEND = """
            with head as (
                insert into stream_head as h (stream, version)
                select ?, ? where exists (select 1 from log_identity where incarnation = ?)
                on conflict (stream) do update set version = excluded.version where h.version = excluded.version - 1
                returning 1)
            insert into event (%s)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from head
            on conflict do nothing
            """.formatted(COLUMNS);

    private final Sql sql;
    private volatile @Nullable UUID incarnation;

    PostgresLogStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Row> history(UUID stream) {
        return sql.query(
                "select %s, logged_topic from event where stream = ? order by version".formatted(COLUMNS),
                PostgresLogStore::row,
                stream);
    }

    @Override
    public Optional<Row> find(UUID eventId) {
        return sql
                .query(
                        "select %s, logged_topic from event where id = ?".formatted(COLUMNS),
                        PostgresLogStore::row,
                        eventId)
                .stream()
                .findFirst();
    }

    @Override
    public Appended append(EventRecord r) {
        var inserted = sql.update(
                APPEND,
                r.stream(),
                r.version(),
                incarnation,
                r.id(),
                r.stream(),
                r.version(),
                r.type(),
                r.clinic(),
                r.actor(),
                r.happenedAt(),
                r.recordedAt(),
                r.causation(),
                r.requestHash(),
                r.value());
        if (inserted == 1) {
            return Appended.DONE;
        }
        requireSameDatabase();
        return find(r.id()).isPresent() ? Appended.KNOWN : Appended.BEHIND;
    }

    @Override
    public StateRecord put(StateChange change, Instant recordedAt) {
        return sql
                .query(
                        """
                        insert into state_record as s (topic, key, version, clinic, recorded_at, value)
                        select ?, ?, 1, ?, ?, ? where exists (select 1 from log_identity where incarnation = ?)
                        on conflict (topic, key) do update set version = s.version + 1, clinic = excluded.clinic,
                            recorded_at = excluded.recorded_at, value = excluded.value, logged_topic = null
                        returning *
                        """,
                        PostgresLogStore::state,
                        change.topic(),
                        change.key(),
                        change.clinic(),
                        recordedAt,
                        change.value(),
                        incarnation)
                .stream()
                .findFirst()
                .orElseThrow(PostgresLogStore::anotherDatabase);
    }

    @Override
    public List<UUID> unsentStreams(int limit) {
        return sql.query(
                "select distinct stream from event where logged_topic is null limit ?",
                row -> Sql.uuid(row, "stream"),
                limit);
    }

    @Override
    public List<EventRecord> unsent(UUID stream, int limit) {
        return sql.query(
                "select %s from event where stream = ? and logged_topic is null order by version limit ?"
                        .formatted(COLUMNS),
                Sql::event,
                stream,
                limit);
    }

    @Override
    public Set<UUID> mark(Collection<UUID> eventIds, UUID topicId) {
        return Set.copyOf(sql.query(
                "update event set logged_topic = ? where id = any(?) returning id",
                row -> Sql.uuid(row, "id"),
                topicId,
                Sql.Array.uuids(eventIds)));
    }

    @Override
    public List<StateRecord> unsentStates(int limit) {
        return sql.query(
                "select * from state_record where logged_topic is null limit ?", PostgresLogStore::state, limit);
    }

    @Override
    public boolean markState(StateRecord record, UUID topicId) {
        return sql.update("""
                        update state_record set logged_topic = case when version = ? then ?::uuid else logged_topic end
                        where topic = ? and key = ? and version >= ?
                        """, record.version(), topicId, record.topic(), record.key(), record.version()) == 1;
    }

    @Override
    public void unmarkState(String topic, UUID key) {
        sql.update("update state_record set logged_topic = null where topic = ? and key = ?", topic, key);
    }

    @Override
    public int unmarkOthers(UUID topicId) {
        return sql.update("update event set logged_topic = null where logged_topic <> ?", topicId);
    }

    @Override
    public int unmarkOtherStates(String topic, UUID topicId) {
        return sql.update(
                "update state_record set logged_topic = null where topic = ? and logged_topic <> ?", topic, topicId);
    }

    @Override
    public int restore(List<EventRecord> records, UUID topicId) {
        if (records.isEmpty()) {
            return 0;
        }
        var inserted = sql.query(
                        """
                        insert into event (%s, logged_topic)
                        select u.*, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                            as u(%s, n)
                        order by n
                        on conflict do nothing
                        returning 1
                        """.replace("u.*", "u." + COLUMNS.replace(", ", ", u.")).formatted(COLUMNS, COLUMNS),
                        row -> 1,
                        columns(records, topicId))
                .size();
        sql.update(
                "update event set logged_topic = ? where id = any(?) and logged_topic is distinct from ?",
                topicId,
                Sql.Array.uuids(records.stream().map(EventRecord::id).toList()),
                topicId);
        sql.update(
                """
                insert into stream_head as h (stream, version)
                select stream, max(version) from event where stream = any(?) group by stream
                on conflict (stream) do update set version = greatest(h.version, excluded.version)
                """, Sql.Array.uuids(records.stream().map(EventRecord::stream).collect(Collectors.toSet())));
        return inserted;
    }

    @Override
    public boolean restoreState(StateRecord r, UUID topicId) {
        return sql.update("""
                        insert into state_record as s (topic, key, version, clinic, recorded_at, value, logged_topic)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (topic, key) do update set version = excluded.version, clinic = excluded.clinic,
                            recorded_at = excluded.recorded_at, value = excluded.value,
                            logged_topic = excluded.logged_topic
                        where s.version < excluded.version
                        """, r.topic(), r.key(), r.version(), r.clinic(), r.recordedAt(), r.value(), topicId) == 1;
    }

    @Override
    public Page page(long position, int limit) {
        var last = new long[] {position};
        var records = sql.query(
                "select position, %s from event where position > ? order by position limit ?".formatted(COLUMNS),
                row -> {
                    last[0] = row.getLong("position");
                    return Sql.event(row);
                },
                position,
                limit);
        return new Page(records, last[0]);
    }

    @Override
    public List<StateRecord> states(String topic) {
        return sql.query("select * from state_record where topic = ?", PostgresLogStore::state, topic);
    }

    @Override
    public void claim() {
        sql.update("insert into log_identity (incarnation) values (gen_random_uuid()) on conflict do nothing");
        incarnation = sql.query("select incarnation from log_identity", row -> Sql.uuid(row, "incarnation"))
                .getFirst();
    }

    @Override
    public boolean rebuilt() {
        return sql.query("select rebuilt from log_identity", row -> row.getBoolean("rebuilt"))
                .getFirst();
    }

    @Override
    public void setRebuilt(boolean rebuilt) {
        sql.update("update log_identity set rebuilt = ?", rebuilt);
    }

    /** The name of the database that this replica writes to; null before the start-up has claimed it. */
    @Nullable
    UUID incarnation() {
        return incarnation;
    }

    private void requireSameDatabase() {
        var same = !sql.query("select 1 from log_identity where incarnation = ?", row -> 1, incarnation)
                .isEmpty();
        if (!same) {
            throw anotherDatabase();
        }
    }

    private static LogProblem anotherDatabase() {
        return new LogProblem(Kind.NOT_READY, "The database is not the one this replica started with.");
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Sql.event(row), row.getObject("logged_topic") != null);
    }

    private static StateRecord state(ResultSet row) throws SQLException {
        return new StateRecord(
                row.getString("topic"),
                Sql.uuid(row, "key"),
                row.getLong("version"),
                row.getString("clinic"),
                Sql.instant(row, "recorded_at"),
                row.getBytes("value"));
    }

    private static @Nullable Object[] columns(List<EventRecord> records, UUID topicId) {
        return Stream.<@Nullable Object>of(
                        topicId,
                        column("uuid", records, EventRecord::id),
                        column("uuid", records, EventRecord::stream),
                        column("bigint", records, EventRecord::version),
                        column("text", records, EventRecord::type),
                        column("text", records, EventRecord::clinic),
                        column("text", records, EventRecord::actor),
                        column("timestamptz", records, r -> r.happenedAt().toString()),
                        column("timestamptz", records, r -> r.recordedAt().toString()),
                        column("uuid", records, EventRecord::causation),
                        column("text", records, EventRecord::requestHash),
                        column("bytea", records, EventRecord::value))
                .toArray();
    }

    private static Sql.Array column(
            String type, List<EventRecord> records, java.util.function.Function<EventRecord, @Nullable Object> value) {
        return new Sql.Array(type, records.stream().map(value).toArray());
    }
}
