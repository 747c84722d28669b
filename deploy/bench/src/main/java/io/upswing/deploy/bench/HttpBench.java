package io.upswing.deploy.bench;

import io.upswing.deploy.local.client.Api;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** How long a client waits for its 201, at a steady rate of sessions entered. */
final class HttpBench {
    private static final int SESSIONS_A_COURSE = 20;
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
        var warmUp = (int) (sizes.rate() * sizes.warmUp().toSeconds());
        var timed = sizes.rate() * sizes.seconds();
        var cohort = Cohort.forSessions(api, warmUp + timed, SESSIONS_A_COURSE, today);
        var sends = SendBench.run(bootstrapServers, SENDS, SENDS);
        var load = new OpenLoop(sizes.rate());
        load.run(warmUp, timed, session -> recorded(cohort, session));
        report.accept(Figure.unasked(name(50), load.latencies().percentile(50), limit(sends, 50)));
        report.accept(Figure.atMost(name(99), load.latencies().percentile(99), limit(sends, 99), P99_MILLIS)
                .andReached(load.failures() == 0)
                .noting(load.failures() + " of " + (warmUp + timed) + " not answered 201"));
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
