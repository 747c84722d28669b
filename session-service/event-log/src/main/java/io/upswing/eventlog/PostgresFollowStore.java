package io.upswing.eventlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Offsets, heads and parked records in PostgreSQL. */
final class PostgresFollowStore implements FollowStore {

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
    public boolean moveOffset(String topic, UUID topicId, int partition, long expected, long next) {
        return sql.update("""
                        insert into follow_offset as f (topic, topic_id, partition, next_offset)
                        select ?, ?, ?, ? where ? = 0
                            or exists (select 1 from follow_offset where topic_id = ? and partition = ?)
                        on conflict (topic_id, partition) do update set next_offset = excluded.next_offset
                        where f.next_offset = ?
                        """, topic, topicId, partition, next, expected, topicId, partition, expected) == 1;
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
                Sql.Array.uuids(streams));
        return heads;
    }

    @Override
    public void saveHeads(String topic, Map<UUID, Head> heads) {
        if (heads.isEmpty()) {
            return;
        }
        var streams = new ArrayList<Object>();
        var versions = new ArrayList<Object>();
        var eventIds = new ArrayList<@Nullable Object>();
        var parked = new ArrayList<@Nullable Object>();
        heads.forEach((stream, head) -> {
            streams.add(stream);
            versions.add(head.version());
            eventIds.add(head.eventId());
            parked.add(head.parked() == null ? null : head.parked().name());
        });
        sql.update(
                """
                insert into follow_stream (topic, stream, version, event_id, parked)
                select ?, * from unnest(?, ?, ?, ?)
                on conflict (topic, stream) do update
                set version = excluded.version, event_id = excluded.event_id, parked = excluded.parked
                """,
                topic,
                new Sql.Array("uuid", streams.toArray()),
                new Sql.Array("bigint", versions.toArray()),
                new Sql.Array("uuid", eventIds.toArray()),
                new Sql.Array("text", parked.toArray()));
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
                reason);
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
        var own = new Sql.Array("text", ownTopics.toArray());
        sql.update("delete from follow_offset where not topic = any(?)", own);
        sql.update("delete from follow_stream where not topic = any(?)", own);
        sql.update("delete from parked_record where not topic = any(?)", own);
    }

    private static @Nullable Parked parked(@Nullable String name) {
        return name == null ? null : Parked.valueOf(name);
    }
}
