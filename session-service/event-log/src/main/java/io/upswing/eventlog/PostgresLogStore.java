package io.upswing.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The own events in PostgreSQL; the statements are in the order of an event's life. */
final class PostgresLogStore implements LogStore {

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

    /** As {@link #APPEND}, of one event each in several streams. */
    private static final String APPEND_ALL = """
            with given as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as given(%1$s)),
            head as (
                insert into stream_head as h (stream, version)
                select stream, version from given where exists (select 1 from log_identity where incarnation = ?)
                order by stream
                on conflict (stream) do update set version = excluded.version where h.version = excluded.version - 1
                returning stream)
            insert into event (%1$s)
            select %1$s from given where stream in (select stream from head)
            on conflict do nothing
            """.formatted(COLUMNS);

    /**
     * A mark that a crash of PostgreSQL takes back only makes the record be sent again, so its commit need not wait for
     * the disk. The appended row itself is on the disk before it is sent.
     */
    private static final String MARK = """
            update event set logged_topic = ? from (select set_config('synchronous_commit', 'off', true)) as lazily
            where id = any(?) returning id
            """;

    private final Sql sql;
    private final PostgresIdentity identity;

    PostgresLogStore(Sql sql, PostgresIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    @Override
    public List<Row> history(UUID stream) {
        return sql.query(
                "select %s, logged_topic from event where stream = ? order by version".formatted(COLUMNS),
                PostgresLogStore::row,
                stream);
    }

    @Override
    public Map<UUID, List<Row>> histories(Collection<UUID> streams) {
        return sql
                .query(
                        "select %s, logged_topic from event where stream = any(?) order by version".formatted(COLUMNS),
                        PostgresLogStore::row,
                        Sql.Column.ids(streams))
                .stream()
                .collect(Collectors.groupingBy(row -> row.record().stream()));
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
    public boolean append(EventRecord r) {
        var inserted = sql.update(
                APPEND,
                r.stream(),
                r.version(),
                identity.incarnation(),
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
        if (inserted == 0) {
            identity.requireSame();
        }
        return inserted == 1;
    }

    @Override
    public boolean append(Collection<EventRecord> records) {
        if (records.size() == 1) {
            return append(records.iterator().next());
        }
        var parameters = new ArrayList<Object>(columns(records));
        parameters.add(identity.incarnation());
        var inserted = sql.update(APPEND_ALL, parameters.toArray());
        if (inserted < records.size()) {
            identity.requireSame();
        }
        return inserted == records.size();
    }

    /** In the order of {@link #COLUMNS}. */
    private static List<Sql.Column> columns(Collection<EventRecord> records) {
        return List.of(
                Sql.Column.of("uuid", records, EventRecord::id),
                Sql.Column.of("uuid", records, EventRecord::stream),
                Sql.Column.of("bigint", records, EventRecord::version),
                Sql.Column.of("text", records, EventRecord::type),
                Sql.Column.of("text", records, EventRecord::clinic),
                Sql.Column.of("text", records, EventRecord::actor),
                Sql.Column.of("timestamptz", records, r -> r.happenedAt().toString()),
                Sql.Column.of("timestamptz", records, r -> r.recordedAt().toString()),
                Sql.Column.of("uuid", records, EventRecord::causation),
                Sql.Column.of("text", records, EventRecord::requestHash),
                Sql.Column.of("bytea", records, EventRecord::value));
    }

    @Override
    public List<UUID> unsentStreams(UUID from, int limit) {
        return sql.query("""
                select distinct stream from event where logged_topic is null and stream >= ? order by stream limit ?
                """, row -> Sql.uuid(row, "stream"), from, limit);
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
        return new HashSet<>(sql.query(MARK, row -> Sql.uuid(row, "id"), topicId, Sql.Column.ids(eventIds)));
    }

    @Override
    public int unmarkOthers(UUID topicId) {
        return sql.update("update event set logged_topic = null where logged_topic <> ?", topicId);
    }

    @Override
    public Restored restore(List<EventRecord> records, UUID topicId) {
        var known = known(records);
        sql.update(
                "update event set logged_topic = ? where id = any(?) and logged_topic is distinct from ?",
                topicId,
                Sql.Column.ids(records.stream()
                        .filter(record -> isSame(record, known.get(record.id())))
                        .map(EventRecord::id)
                        .toList()),
                topicId);
        var lacking = records.stream()
                .filter(record -> !known.containsKey(record.id()))
                .toList();
        var inserted = lacking.isEmpty() ? Set.<UUID>of() : insert(lacking, topicId);
        var forked = records.stream()
                .filter(record -> !inserted.contains(record.id()) && !isSame(record, known.get(record.id())))
                .toList();
        return new Restored(inserted.size(), forked);
    }

    /** What the table has under the ids of these events. */
    private Map<UUID, EventRecord> known(List<EventRecord> records) {
        return sql
                .query(
                        "select %s from event where id = any(?)".formatted(COLUMNS),
                        Sql::event,
                        Sql.Column.ids(records.stream().map(EventRecord::id).toList()))
                .stream()
                .collect(Collectors.toMap(EventRecord::id, record -> record));
    }

    private static boolean isSame(EventRecord record, @Nullable EventRecord known) {
        return known != null && known.version() == record.version() && Arrays.equals(known.value(), record.value());
    }

    private Set<UUID> insert(List<EventRecord> records, UUID topicId) {
        var parameters = new ArrayList<Object>();
        parameters.add(topicId);
        parameters.addAll(columns(records));
        var inserted =
                new HashSet<>(sql.query("""
                insert into event (%1$s, logged_topic)
                select %1$s, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as u(%1$s, n)
                order by n
                on conflict do nothing
                returning id
                """.formatted(COLUMNS), row -> Sql.uuid(row, "id"), parameters.toArray()));
        sql.update("""
                insert into stream_head as h (stream, version)
                select stream, max(version) from event where stream = any(?) group by stream
                on conflict (stream) do update set version = greatest(h.version, excluded.version)
                """, Sql.Column.ids(records.stream().map(EventRecord::stream).collect(Collectors.toSet())));
        return inserted;
    }

    @Override
    public List<EventRecord> page(@Nullable EventRecord after, int limit) {
        return after == null
                ? sql.query(
                        "select %s from event order by stream, version limit ?".formatted(COLUMNS), Sql::event, limit)
                : sql.query(
                        "select %s from event where (stream, version) > (?, ?) order by stream, version limit ?"
                                .formatted(COLUMNS),
                        Sql::event,
                        after.stream(),
                        after.version(),
                        limit);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(Sql.event(row), row.getObject("logged_topic") != null);
    }
}
