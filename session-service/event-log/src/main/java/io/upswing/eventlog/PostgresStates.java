package io.upswing.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The current values of the own compacted topics in PostgreSQL. */
final class PostgresStates implements StateStore {

    private final Sql sql;
    private final PostgresIdentity identity;

    PostgresStates(Sql sql, PostgresIdentity identity) {
        this.sql = sql;
        this.identity = identity;
    }

    /**
     * A key that the table does not know begins at the clock's milliseconds: it may have had versions that were erased and
     * compacted away before this database was rebuilt, and whoever read those would take no lower one.
     */
    @Override
    public StateRecord put(StateChange change, Instant recordedAt) {
        return sql
                .query(
                        """
                        insert into state_record as s (topic, key, version, clinic, recorded_at, value)
                        select ?, ?, ?, ?, ?, ? where exists (select 1 from log_identity where incarnation = ?)
                        on conflict (topic, key) do update set version = s.version + 1, clinic = excluded.clinic,
                            recorded_at = excluded.recorded_at, value = excluded.value, logged_topic = null
                        returning *
                        """,
                        PostgresStates::state,
                        change.topic(),
                        change.key(),
                        recordedAt.toEpochMilli(),
                        change.clinic(),
                        recordedAt,
                        change.value(),
                        identity.incarnation())
                .stream()
                .findFirst()
                .orElseThrow(PostgresIdentity::another);
    }

    /** A higher version, and not only the mark taken back: a mark of the present version may be on its way. */
    @Override
    public void renew(String topic, UUID key) {
        sql.update(
                "update state_record set version = version + 1, logged_topic = null where topic = ? and key = ?",
                topic,
                key);
    }

    @Override
    public void unmarkState(String topic, UUID key) {
        sql.update("update state_record set logged_topic = null where topic = ? and key = ?", topic, key);
    }

    @Override
    public List<StateRecord> unsentStates(int limit) {
        return sql.query(
                "select * from state_record where logged_topic is null order by topic, key limit ?",
                PostgresStates::state,
                limit);
    }

    @Override
    public List<StateRecord> unsentStatesOf(UUID stream) {
        return sql.query(
                "select * from state_record where key = ? and logged_topic is null", PostgresStates::state, stream);
    }

    /** Locked in the order of the keys first, as whoever publishes many does: the plan of an update has no order. */
    @Override
    public Set<StateVersion> markStates(Collection<StateVersion> versions, UUID topicId) {
        var newest = versions.stream()
                .collect(Collectors.toMap(Key::of, StateVersion::version, Math::max))
                .entrySet();
        var stored = new HashMap<Key, Long>();
        sql.query(
                """
                update state_record s set logged_topic = case when s.version = u.version then ? else s.logged_topic end
                from (select topic, key, m.version
                        from state_record join unnest(?, ?, ?) as m(topic, key, version) using (topic, key)
                        order by topic, key for update of state_record) as u,
                    (select set_config('synchronous_commit', 'off', true)) as lazily
                where s.topic = u.topic and s.key = u.key and s.version >= u.version
                returning s.topic, s.key, s.version
                """,
                row -> stored.put(new Key(row.getString("topic"), Sql.uuid(row, "key")), row.getLong("version")),
                topicId,
                Sql.Column.of("text", newest, entry -> entry.getKey().topic()),
                Sql.Column.of("uuid", newest, entry -> entry.getKey().key()),
                Sql.Column.of("bigint", newest, Map.Entry::getValue));
        return versions.stream()
                .filter(version -> stored.getOrDefault(Key.of(version), 0L) >= version.version())
                .collect(Collectors.toSet());
    }

    private record Key(String topic, UUID key) {
        static Key of(StateVersion version) {
            return new Key(version.topic(), version.key());
        }
    }

    @Override
    public int unmarkOtherStates(String topic, UUID topicId) {
        return sql.update(
                "update state_record set logged_topic = null where topic = ? and logged_topic <> ?", topic, topicId);
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
    public List<StateRecord> states(String topic) {
        return sql.query("select * from state_record where topic = ?", PostgresStates::state, topic);
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
}
