package io.upswing.deploy.e2e;

import io.upswing.deploy.embedded.Database;
import io.upswing.deploy.embedded.Wait;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the tables of all services hold: of each table the number of its rows and a hash over them. */
record Rows(Map<String, String> byTable) {
    /** Of this database and its way here, not of what happened. */
    private static final Set<String> ITS_OWN = Set.of("flyway_schema_history", "log_identity", "follow_offset");

    private static final int QUIET = 12;

    /** The rows once nothing changes them any more. */
    static Rows settled() {
        RunningSystem.awaitNothingUnsent();
        var seen = new ArrayList<Rows>();
        Wait.orFail(Duration.ofSeconds(60), "the services to have done everything", () -> {
            var now = read();
            if (!seen.isEmpty() && !seen.getLast().equals(now)) {
                seen.clear();
            }
            seen.add(now);
            return seen.size() >= QUIET;
        });
        return seen.getLast();
    }

    static Rows read() {
        var hashes = new TreeMap<String, String>();
        for (var name : List.of("session", "scheduling", "notification")) {
            read(RunningSystem.get().databases().named(name), name, hashes);
        }
        return new Rows(hashes);
    }

    private static void read(Database database, String name, Map<String, String> hashes) {
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            for (var table : tables(statement)) {
                hashes.put(name + "." + table, hash(statement, table));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            tables.removeAll(ITS_OWN);
            return tables;
        }
    }

    /** Which topic took a row and where it stands in the table says nothing of the event itself. */
    private static String hash(Statement statement, String table) throws SQLException {
        var row = "to_jsonb(t)"
                + (Set.of("event", "state_record").contains(table) ? " - 'logged_topic' - 'position'" : "");
        var query = "select count(*), md5(string_agg(h, '' order by h)) from (select md5((" + row + ")::text) h from \""
                + table + "\" t) hashed";
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1) + " rows " + rows.getString(2);
        }
    }
}
