package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.eventlog.EventRecord;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Puts a calendar where it is measured, as it would come back after a loss: its records into the topics, and then
 * scheduling-service, started on an empty database, makes its tables of them. The neighbours rest meanwhile, and stay so.
 */
final class CalendarFill {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final List<String> SERVICES =
            List.of("notification-service", "scheduling-service", "session-service");

    private final LocalSystem system;

    CalendarFill(LocalSystem system) {
        this.system = system;
    }

    void fill(CalendarHistory history, Consumer<Figure> report) {
        for (var name : SERVICES) {
            system.process(name).stop();
        }
        var from = System.nanoTime();
        write("scheduling-events", "scheduling-service", history::tellScheduling);
        write("session-events", "session-service", history::tellSessions);
        var written = secondsSince(from);
        var waiting = history.waiting().size();
        rebuild(database -> settled(database, history.site().id(), waiting));
        var name = String.format(Locale.ROOT, "%,d appointments: rebuilt and ready", history.appointments());
        report.accept(Figure.unasked(name, Quantity.seconds(secondsSince(from) - written), null)
                .noting(String.format(
                        Locale.ROOT,
                        "put into the topics in %.0f s, then rebuilt from them; sites of 40 chairs, 70 %% of each day taken: %d;"
                                + " the neighbours rest",
                        written,
                        history.sites())));
    }

    private void write(String topic, String source, Consumer<Consumer<EventRecord>> history) {
        new HistoryWriter(system.bootstrapServers(), topic, source).write(history);
    }

    private void rebuild(Predicate<Database> done) {
        system.databases().drop("scheduling");
        var database = system.databases().create("scheduling");
        var service = system.process("scheduling-service");
        service.launch();
        Wait.orFail(PATIENCE, "scheduling-service to be ready", service::healthy);
        Wait.orFail(PATIENCE, "all courses to be derived", () -> done.test(database));
        vacuum(database);
    }

    /** What was read is derived and published: nothing goes on beside the measurement. */
    private static boolean settled(Database database, UUID site, int courses) {
        try (var connection = connect(database);
                var statement = connection.prepareStatement("""
                        select (select count(*) from course where site_id = ?) >= ?
                            and not exists (select 1 from course where stale)
                            and not exists (select 1 from state_record where logged_topic is null)
                            and not exists (select 1 from event where logged_topic is null)
                        """)) {
            statement.setObject(1, site);
            statement.setInt(2, courses);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What PostgreSQL does by itself, a minute later. */
    private static void vacuum(Database database) {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
