package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.eventlog.EventRecord;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The least that an append can cost: the compare-and-set and the insert in one function, called by one statement that is
 * its own transaction. It stands in for pgbench, which the embedded server does not bring.
 */
final class AppendFunction implements AutoCloseable {
    private static final String FUNCTION = """
            create or replace function append_event(
                p_id uuid, p_stream uuid, p_version bigint, p_type text, p_clinic text, p_actor text,
                p_happened timestamptz, p_recorded timestamptz, p_hash text, p_value bytea) returns boolean
            language plpgsql as $$
            begin
                insert into stream_head as h (stream, version) values (p_stream, p_version)
                on conflict (stream) do update set version = excluded.version where h.version = excluded.version - 1;
                if not found then
                    return false;
                end if;
                insert into event (id, stream, version, type, clinic, actor, happened_at, recorded_at, request_hash, value)
                values (p_id, p_stream, p_version, p_type, p_clinic, p_actor, p_happened, p_recorded, p_hash, p_value);
                return true;
            end $$
            """;

    private final Connection connection;
    private final PreparedStatement append;
    private final PreparedStatement mark;

    AppendFunction(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        append = connection.prepareStatement("select append_event(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        mark = connection.prepareStatement("update event set logged_topic = ? where id = ?");
    }

    static void create(Database database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(FUNCTION);
        }
    }

    void append(EventRecord record) {
        try {
            append.setObject(1, record.id());
            append.setObject(2, record.stream());
            append.setLong(3, record.version());
            append.setString(4, record.type());
            append.setString(5, record.clinic());
            append.setString(6, record.actor());
            append.setObject(7, record.happenedAt().atOffset(ZoneOffset.UTC));
            append.setObject(8, record.recordedAt().atOffset(ZoneOffset.UTC));
            append.setString(9, record.requestHash());
            append.setBytes(10, record.value());
            try (var rows = append.executeQuery()) {
                if (!rows.next() || !rows.getBoolean(1)) {
                    throw new IllegalStateException("not appended");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void mark(UUID eventId, UUID topic) {
        try {
            mark.setObject(1, topic);
            mark.setObject(2, eventId);
            mark.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
