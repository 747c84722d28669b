package io.upswing.eventlog;

import jakarta.inject.Singleton;
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

/** Statements on the connection of the current transaction, where a batch is one statement. */
@Singleton
public final class Sql {

    /** Reads a row. */
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The database did not do what was asked. */
    public static final class Failed extends RuntimeException {
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

    public int update(String sql, @Nullable Object... parameters) {
        try (var connection = current.getConnection();
                var statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    public <T> List<T> query(String sql, Reader<T> reader, @Nullable Object... parameters) {
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
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case Column column ->
                    statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values()));
                case Object value -> statement.setObject(i + 1, sqlValue(value));
            }
        }
        return statement;
    }

    private static @Nullable Object sqlValue(@Nullable Object value) {
        return value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value;
    }

    /** A parameter that is an SQL array: one column of the rows that are asked for or written. */
    public record Column(String type, @Nullable Object[] values) {

        public static Column ids(Collection<UUID> ids) {
            return of("uuid", ids, id -> id);
        }

        public static <T> Column of(String type, Collection<T> rows, Function<? super T, @Nullable Object> column) {
            var values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
            int i = 0;
            for (var row : rows) {
                values[i++] = sqlValue(column.apply(row));
            }
            return new Column(type, values);
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

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant(); // much less work than an OffsetDateTime
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
