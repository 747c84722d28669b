package io.upswing.eventlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Offsets, heads and parked records in PostgreSQL. */
final class PostgresFollowStore implements FollowStore {

    private static final int LONGEST_REASON = 500;

    private final Sql sql;

    PostgresFollowStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long offset(UUID topicId, int partition) {
        return sql
                .query(
                        "select next_offset from follow_offset where topic_id = ? and partition = ?",
                        row -> row.getLong(1),
                        topicId,
                        partition)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public boolean knows(UUID topicId) {
        return !sql.query("select 1 from follow_offset where topic_id = ? limit 1", row -> 1, topicId)
                .isEmpty();
    }

    /** Never an insert where an offset was expected: it may have been forgotten a moment ago. */
    @Override
    public boolean moveOffset(String topic, UUID topicId, int partition, long expected, long next) {
        if (expected == 0 && begin(topic, topicId, partition, next)) {
            return true;
        }
        return sql.update("""
                        update follow_offset set next_offset = ? where topic_id = ? and partition = ? and next_offset = ?
                        """, next, topicId, partition, expected) == 1;
    }

    @Override
    public void advanceOffset(String topic, UUID topicId, int partition, long from, long next) {
        if (from > 0 || !begin(topic, topicId, partition, next)) {
            sql.update("""
                    update follow_offset set next_offset = ?
                    where topic_id = ? and partition = ? and next_offset between ? and ?
                    """, next, topicId, partition, from, next);
        }
    }

    private boolean begin(String topic, UUID topicId, int partition, long next) {
        return sql.update("""
                        insert into follow_offset (topic, topic_id, partition, next_offset) values (?, ?, ?, ?)
                        on conflict do nothing
                        """, topic, topicId, partition, next) == 1;
    }

    @Override
    public Map<UUID, Head> heads(String topic, Collection<UUID> streams) {
        var heads = new HashMap<UUID, Head>();
        sql.query(
                "select stream, version, event_id, parked from follow_stream where topic = ? and stream = any(?)",
                row -> heads.put(
                        Sql.uuid(row, "stream"),
                        new Head(
                                row.getLong("version"),
                                row.getObject("event_id", UUID.class),
                                parked(row.getString("parked")))),
                topic,
                Sql.Column.ids(streams));
        return heads;
    }

    @Override
    public boolean moveHeads(String topic, Map<UUID, Head> before, Map<UUID, Head> after) {
        var first = new HashMap<>(after);
        first.keySet().removeAll(before.keySet());
        var later = new HashMap<>(after);
        later.keySet().retainAll(before.keySet());
        return insertHeads(topic, first) == first.size() && updateHeads(topic, before, later) == later.size();
    }

    private int insertHeads(String topic, Map<UUID, Head> heads) {
        if (heads.isEmpty()) {
            return 0;
        }
        var rows = heads.entrySet();
        return sql.update(
                """
                insert into follow_stream (topic, stream, version, event_id, parked)
                select ?, * from unnest(?, ?, ?, ?) on conflict do nothing
                """,
                topic,
                Sql.Column.of("uuid", rows, Map.Entry::getKey),
                Sql.Column.of("bigint", rows, row -> row.getValue().version()),
                Sql.Column.of("uuid", rows, row -> row.getValue().eventId()),
                Sql.Column.of("text", rows, row -> name(row.getValue().parked())));
    }

    private int updateHeads(String topic, Map<UUID, Head> before, Map<UUID, Head> after) {
        if (after.isEmpty()) {
            return 0;
        }
        var rows = after.entrySet();
        return sql.update(
                """
                update follow_stream f set version = u.version, event_id = u.event_id, parked = u.parked
                from unnest(?, ?, ?, ?, ?) as u(stream, version, event_id, parked, expected)
                where f.topic = ? and f.stream = u.stream and f.version = u.expected
                """,
                Sql.Column.of("uuid", rows, Map.Entry::getKey),
                Sql.Column.of("bigint", rows, row -> row.getValue().version()),
                Sql.Column.of("uuid", rows, row -> row.getValue().eventId()),
                Sql.Column.of("text", rows, row -> name(row.getValue().parked())),
                Sql.Column.of(
                        "bigint",
                        rows,
                        row -> before.getOrDefault(row.getKey(), Head.NONE).version()),
                topic);
    }

    @Override
    public void lock(String topic, UUID stream) {
        sql.query("select 1 from follow_stream where topic = ? and stream = ? for update", row -> 1, topic, stream);
    }

    @Override
    public void park(String topic, EventRecord r, String reason) {
        sql.update(
                """
                insert into parked_record (topic, stream, version, event_id, type, clinic, actor, happened_at,
                    recorded_at, causation, request_hash, value, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                topic,
                r.stream(),
                r.version(),
                r.id(),
                r.type(),
                r.clinic(),
                r.actor(),
                r.happenedAt(),
                r.recordedAt(),
                r.causation(),
                r.requestHash(),
                r.value(),
                printable(reason));
    }

    /** The reason may quote what could not be read, and not everything that can be quoted can be stored. */
    private static String printable(String reason) {
        return reason.replace('\0', '?').substring(0, Math.min(reason.length(), LONGEST_REASON));
    }

    @Override
    public List<EventRecord> parked(String topic, UUID stream) {
        return sql.query(
                "select *, event_id as id from parked_record where topic = ? and stream = ? order by version, event_id",
                Sql::event,
                topic,
                stream);
    }

    @Override
    public void unpark(String topic, EventRecord record) {
        sql.update(
                "delete from parked_record where topic = ? and stream = ? and version = ? and event_id = ?",
                topic,
                record.stream(),
                record.version(),
                record.id());
    }

    @Override
    public List<UUID> parkedStreams(String topic) {
        return sql.query(
                "select stream from follow_stream where topic = ? and parked is not null",
                row -> Sql.uuid(row, "stream"),
                topic);
    }

    @Override
    public void forgetExcept(Collection<String> ownTopics) {
        var own = Sql.Column.of("text", ownTopics, topic -> topic);
        sql.update("delete from follow_offset where not topic = any(?)", own);
        sql.update("delete from follow_stream where not topic = any(?)", own);
        sql.update("delete from parked_record where not topic = any(?)", own);
    }

    private static @Nullable Parked parked(@Nullable String name) {
        return name == null ? null : Parked.valueOf(name);
    }

    private static @Nullable String name(@Nullable Parked parked) {
        return parked == null ? null : parked.name();
    }
}
