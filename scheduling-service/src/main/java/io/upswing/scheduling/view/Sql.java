package io.upswing.scheduling.view;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain statements on the connection of the current transaction, where a batch is one statement. */
@Singleton
class Sql {
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

    /** A parameter that is an SQL array: the columns of the rows to be written. */
    record Column(String type, @Nullable Object[] values) {
        static <T> Column of(String type, Collection<T> rows, Function<T, @Nullable Object> value) {
            return new Column(type, rows.stream().map(value).toArray());
        }

        static Column ids(Collection<UUID> ids) {
            return new Column("uuid", ids.toArray());
        }
    }

    private final DataSource current;

    Sql(DataSource current) {
        this.current = current;
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
            if (parameters[i] instanceof Column column) {
                statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values()));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }
}
