package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How far a service has applied a topic, looked up where it keeps its offsets. */
final class Progress implements AutoCloseable {
    private final Connection connection;
    private final String topic;

    Progress(Database database, String topic) throws SQLException {
        this.connection = DriverManager.getConnection(database.url(), database.username(), database.password());
        this.topic = topic;
    }

    long applied() throws SQLException {
        return one("select count(to_regclass('follow_offset'))") == 0
                ? 0
                : one("select coalesce(sum(next_offset), 0) from follow_offset where topic = '" + topic + "'");
    }

    void requireNothingParked() throws SQLException {
        var parked = one("select count(*) from parked_record");
        if (parked > 0) {
            throw new IllegalStateException(parked + " records could not be applied");
        }
    }

    private long one(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
