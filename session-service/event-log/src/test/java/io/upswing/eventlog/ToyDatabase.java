package io.upswing.eventlog;

import io.upswing.deploy.embedded.Database;
import io.upswing.deploy.embedded.Infrastructure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Databases with the tables of the log and of the toy service's views. */
final class ToyDatabase {

    private static final List<String> SCRIPTS = List.of("/db/eventlog/V1__event_log.sql", "/db/toy/V2__toy.sql");

    private ToyDatabase() {}

    /** A new one by a new name. */
    static Database fresh() {
        return migrated(Infrastructure.get().database("toy_" + UUID.randomUUID()));
    }

    static Database migrated(Database database) {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            for (var script : SCRIPTS) {
                try (var text = Objects.requireNonNull(ToyDatabase.class.getResourceAsStream(script), script)) {
                    statement.execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            return database;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
