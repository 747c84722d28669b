package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.embedded.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** How long a service takes until it is ready, and what memory it holds while nobody asks anything of it. */
final class StartBench {
    private static final int STARTS = 3;
    private static final Duration IDLE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double SECONDS = 2.5;
    private static final double MEGABYTES = 250;

    private final Server service;

    StartBench(Server service) {
        this.service = service;
    }

    void run(Consumer<Figure> report) throws IOException {
        var name = service.daemon().name();
        var starts = DoubleStream.generate(this::secondsToReady)
                .limit(STARTS)
                .sorted()
                .toArray();
        report.accept(Figure.atMost(
                name + ": start to ready, median of " + STARTS, Quantity.seconds(starts[STARTS / 2]), null, SECONDS));
        Wait.until(IDLE, () -> false);
        report.accept(Figure.atMost(name + ": resident memory, idle", Quantity.megabytes(resident()), null, MEGABYTES));
    }

    private double secondsToReady() {
        service.stop();
        var from = System.nanoTime();
        service.launch();
        Wait.orFail(PATIENCE, service.daemon().name() + " to be ready", service::healthy);
        return (System.nanoTime() - from) / 1e9;
    }

    private double resident() throws IOException {
        var pid = service.daemon().pid().orElseThrow();
        return Machine.kilobytes(Path.of("/proc", Long.toString(pid), "status"), "VmRSS") / 1024.0;
    }
}
