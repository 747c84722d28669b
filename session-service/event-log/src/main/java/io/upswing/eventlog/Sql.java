package io.upswing.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Statements on the connection of the current transaction. */
final class Sql {

    /** Reads a row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The database did not do what was asked. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }

    private final DataSource current;

    /** @param current gives the connection of the transaction around the call, whose closing leaves it open */
    Sql(DataSource current) {
        this.current = current;
    }

    /** The caller's own, to be closed by it. */
    Connection connection() throws SQLException {
        return current.getConnection();
    }

    int update(String sql, @Nullable Object... parameters) {
        try (var connection = current.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... parameters) {
        try (var connection = current.getConnection();
                var statement = prepared(connection, sql, parameters);
                var rows = statement.executeQuery()) {
            var result = new ArrayList<T>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case null -> statement.setObject(i + 1, null);
                case Instant at -> statement.setObject(i + 1, at.atOffset(ZoneOffset.UTC));
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Array array -> statement.setArray(i + 1, connection.createArrayOf(array.type(), array.values()));
                case Object value -> statement.setObject(i + 1, value);
            }
        }
        return statement;
    }

    /** A parameter that is an SQL array. */
    record Array(String type, @Nullable Object[] values) {

        static Array uuids(Collection<UUID> ids) {
            return of("uuid", ids, id -> id);
        }

        static <T> Array of(String type, Collection<T> rows, Function<? super T, @Nullable Object> column) {
            var values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
            int i = 0;
            for (var row : rows) {
                values[i++] = column.apply(row);
            }
            return new Array(type, values);
        }
    }

    static EventRecord event(ResultSet row) throws SQLException {
        return new EventRecord(
                uuid(row, "id"),
                row.getString("type"),
                uuid(row, "stream"),
                row.getLong("version"),
                row.getString("clinic"),
                row.getString("actor"),
                instant(row, "happened_at"),
                instant(row, "recorded_at"),
                row.getObject("causation", UUID.class),
                row.getString("request_hash"),
                row.getBytes("value"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
    }
}
