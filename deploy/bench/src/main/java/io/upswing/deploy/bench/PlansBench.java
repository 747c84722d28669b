package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Database;
import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.local.LocalSystem;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * notification-service, started on an empty database, plans every reminder again, and then once more because the clinic
 * adopted other policies; beside both what the same server takes of such rows.
 */
final class PlansBench {
    private static final String CLINIC = "bench-plans";
    private static final int APPOINTMENTS = 8;
    private static final int REMINDERS = 2 * APPOINTMENTS;
    private static final double AT_LEAST = 20_000;
    private static final long LOOK_EVERY_NANOS = 20_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LocalSystem system;
    private final int patients;
    private final ReminderHistory history;

    PlansBench(LocalSystem system, Sizes sizes, LocalDate today) {
        this.system = system;
        this.patients = sizes.patients();
        this.history = new ReminderHistory(
                CLINIC, new Ids(5), ZoneOffset.UTC, "plans", patients, number -> series(today, number));
    }

    /** Twice a week from the week after the next on, at the quarters of an hour of a day in turn. */
    private static List<Instant> series(LocalDate today, int number) {
        var time = LocalTime.of(9, 0).plusMinutes(15L * (number % 32));
        var first = today.plusDays(10 + number % 7);
        return IntStream.range(0, APPOINTMENTS)
                .mapToObj(session -> first.plusDays(session / 2 * 7 + session % 2 * 3)
                        .atTime(time)
                        .toInstant(ZoneOffset.UTC))
                .toList();
    }

    void run(Consumer<Figure> report) throws SQLException {
        for (var name : new String[] {"notification-service", "scheduling-service", "session-service"}) {
            system.process(name).stop();
        }
        history.write(system.bootstrapServers());
        system.databases().drop("notification");
        var database = system.databases().create("notification");
        var service = system.process("notification-service");
        service.launch();
        try (var connection = connect(database)) {
            var read = read(service, database);
            var from = System.nanoTime();
            service.awaitReady();
            var rebuilt = perSecond(connection, from);
            var limit = new Limit("such rows copied by the database", Quantity.perSecond(copied(connection)));
            report.accept(figure("reminders planned on a rebuild", rebuilt, limit)
                    .noting(String.format(
                            Locale.ROOT,
                            "until ready, from when all is read, which took %.1f s; %,d patients, %d reminders each",
                            read,
                            patients,
                            REMINDERS)));
            new Reminding(system.api(CLINIC)).daysBeforeAt(LocalTime.of(10, 0));
            report.accept(figure("reminders planned anew after a change of policies", replanned(connection), limit));
        }
    }

    private static Figure figure(String name, double perSecond, Limit limit) {
        return Figure.atLeast(name, perSecond, limit, AT_LEAST);
    }

    /** Seconds from the first moment at which one of the topics was seen to be read until both are. */
    private double read(Server service, Database database) throws SQLException {
        try (var people = new Progress(database, ReminderHistory.TOPIC_OF_PATIENTS);
                var events = new Progress(database, "scheduling-events")) {
            var pace = new Pace();
            long all = 3L * patients + 1;
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (pace.done() < all) {
                if (!service.daemon().isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("Only " + pace.done() + " records were applied, see "
                            + service.daemon().log());
                }
                pace.reached(people.applied() + events.applied() - pace.done());
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            events.requireNothingParked();
            return pace.seconds();
        }
    }

    private double perSecond(Connection connection, long from) throws SQLException {
        var seconds = (System.nanoTime() - from) / 1e9;
        return planned(connection) / seconds;
    }

    private long planned(Connection connection) throws SQLException {
        var planned = one(connection, "select count(*) from reminder where clinic = '" + CLINIC + "'");
        if (planned != (long) patients * REMINDERS) {
            throw new IllegalStateException("Planned were " + planned);
        }
        return planned;
    }

    private static double copied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table bare (like reminder including all)");
            var from = System.nanoTime();
            var rows = statement.executeUpdate("insert into bare select * from reminder");
            var perSecond = rows * 1e9 / (System.nanoTime() - from);
            statement.execute("drop table bare");
            return perSecond;
        }
    }

    /** Both at once, from one snapshot: all are marked, and none is left. */
    private double replanned(Connection connection) throws SQLException {
        var from = System.nanoTime();
        var done = "select count(*) from replanning where finished and clinic = '" + CLINIC
                + "' and not exists (select 1 from planned_patient where stale)";
        while (one(connection, done) == 0) {
            if (System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new IllegalStateException("The plans do not follow the policies");
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return perSecond(connection, from);
    }

    private static long one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }
}
