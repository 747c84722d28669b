package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.eventlog.LogParts;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** scheduling-service, started on an empty database, derives every standing again from the session events. */
final class ReplayBench {
    private static final String TOPIC = "session-events";
    private static final double SHARE = 0.5;
    private static final double AT_LEAST = 100_000;
    private static final long LOOK_EVERY_NANOS = 10_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LocalSystem system;
    private final Histories histories;

    ReplayBench(LocalSystem system, String clinic, UUID site, Sizes sizes) {
        this.system = system;
        this.histories = new Histories(clinic, site, sizes.events(), sizes.patients());
    }

    void run(Consumer<Figure> report) throws IOException, SQLException {
        for (var name : new String[] {"notification-service", "scheduling-service", "session-service"}) {
            system.process(name).stop();
        }
        new HistoryWriter(system.bootstrapServers(), TOPIC, "session-service").write(histories::forEach);
        var limit = Consumption.perSecondInItsOwnJvm(system.bootstrapServers(), TOPIC);
        var pace = replay(system.process("scheduling-service"));
        var size = String.format("%,d", pace.done());
        report.accept(Figure.rate(
                        "replay of " + size + " session events",
                        pace.perSecond(),
                        new Limit("consume and parse only", Quantity.perSecond(limit)),
                        SHARE)
                .andReached(pace.perSecond() >= AT_LEAST)
                .andAsked(Quantity.perSecond(AT_LEAST).toString()));
    }

    private Pace replay(Server service) throws SQLException {
        system.databases().drop("scheduling");
        var database = system.databases().create("scheduling");
        service.launch();
        try (var progress = new Progress(database, TOPIC)) {
            var pace = new Pace();
            var end = LogParts.end(system.bootstrapServers(), TOPIC);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (pace.done() < end) {
                if (!service.daemon().isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("Only " + pace.done() + " were applied, see "
                            + service.daemon().log());
                }
                pace.reached(progress.applied() - pace.done());
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
            progress.requireNothingParked();
            return pace;
        }
    }
}
