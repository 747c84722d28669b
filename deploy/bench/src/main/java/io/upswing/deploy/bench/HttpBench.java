package io.upswing.deploy.bench;

import io.upswing.deploy.local.client.Api;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** How long a client waits for its 201, at a steady rate of sessions entered. */
final class HttpBench {
    private static final int SESSIONS_A_COURSE = 20;
    private static final int WARM_UP = 8_000;
    private static final int CLIENTS = 4;
    private static final int SENDS = 2_000;
    private static final double P99_MILLIS = 25;

    private final Api api;
    private final String bootstrapServers;
    private final Sizes sizes;
    private final LocalDate today;

    HttpBench(Api api, String bootstrapServers, Sizes sizes, LocalDate today) {
        this.api = api;
        this.bootstrapServers = bootstrapServers;
        this.sizes = sizes;
        this.today = today;
    }

    void run(Consumer<Figure> report) {
        var settling = 2 * sizes.rate();
        var timed = sizes.rate() * sizes.seconds();
        var cohort = Cohort.forSessions(api, WARM_UP + settling + timed, SESSIONS_A_COURSE, today);
        warmUp(cohort);
        var sends = SendBench.run(bootstrapServers, SENDS, SENDS);
        var load = new OpenLoop(sizes.rate());
        load.run(settling, timed, session -> recorded(cohort, WARM_UP + session));
        report.accept(Figure.unasked(name(50), load.latencies().percentile(50), limit(sends, 50)));
        report.accept(Figure.atMost(name(99), load.latencies().percentile(99), limit(sends, 99), P99_MILLIS)
                .andReached(load.failures() == 0)
                .noting(load.failures() + " of " + (settling + timed) + " not answered 201"));
    }

    /** A few clients, each as fast as it is answered: at a fixed rate a service that is still compiling falls behind. */
    private static void warmUp(Cohort cohort) {
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            IntStream.range(0, WARM_UP).forEach(session -> clients.execute(() -> recorded(cohort, session)));
        }
    }

    private static boolean recorded(Cohort cohort, int session) {
        try {
            return cohort.administer(session).status() == 201;
        } catch (UncheckedIOException e) {
            return false; // no answer came in time
        }
    }

    private String name(int percent) {
        return "recorded over HTTP (201) at " + sizes.rate() + "/s, p" + percent;
    }

    private static Limit limit(Latencies sends, int percent) {
        return new Limit("one client's acks=all send, p" + percent, sends.percentile(percent));
    }
}
