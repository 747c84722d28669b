package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.client.Api;
import java.time.Duration;
import java.util.function.Consumer;

/** The first page of the call list of a large clinic. */
final class CallListBench {
    private static final int WARM_UP = 100;
    private static final int TIMED = 500;
    private static final double P99_MILLIS = 20;

    private final Api api;
    private final int courses;

    CallListBench(Api api, int courses) {
        this.api = api;
        this.courses = courses;
    }

    void run(Consumer<Figure> report) {
        Wait.orFail(Duration.ofMinutes(1), "the call list", () -> firstPage() == 200);
        var latencies = new Latencies();
        for (int i = 0; i < WARM_UP + TIMED; i++) {
            var from = System.nanoTime();
            if (firstPage() != 200) {
                throw new IllegalStateException("The call list is not answered");
            }
            if (i >= WARM_UP) {
                latencies.record(System.nanoTime() - from);
            }
        }
        var name = String.format("call list of %,d open courses, first page, p99", courses);
        report.accept(Figure.atMost(name, latencies.percentile(99), null, P99_MILLIS));
    }

    private int firstPage() {
        return api.get("front-desk", "/due?page=0&size=50").status();
    }
}
