package io.upswing.deploy.bench;

import io.upswing.deploy.local.client.Api;
import java.time.LocalDate;
import java.util.function.Consumer;

/** From the 201 of a session at session-service to the standing that counts it at scheduling-service. */
final class ReadableBench {
    private static final int WARM_UP = 300;
    private static final int TIMED = 1_000;
    private static final int SESSIONS_A_COURSE = 20;
    private static final double P99_MILLIS = 50;

    private final Api api;
    private final LocalDate today;

    ReadableBench(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
    }

    void run(Consumer<Figure> report) {
        var cohort = Cohort.forSessions(api, WARM_UP + TIMED, SESSIONS_A_COURSE, today);
        var latencies = new Latencies();
        for (int session = 0; session < WARM_UP + TIMED; session++) {
            var nanos = untilReadable(cohort, session);
            if (session >= WARM_UP) {
                latencies.record(nanos);
            }
        }
        report.accept(Figure.unasked("recorded to standing readable, p50", latencies.percentile(50), null));
        report.accept(Figure.atMost("recorded to standing readable, p99", latencies.percentile(99), null, P99_MILLIS));
    }

    private long untilReadable(Cohort cohort, int session) {
        var position = cohort.administer(session).logPosition().orElseThrow();
        var from = System.nanoTime();
        var standing = api.getAfter(position, "nurse", "/series/" + cohort.courseOf(session));
        var nanos = System.nanoTime() - from;
        var given = standing.json().path("givenInTotal").asInt();
        if (given != session / cohort.courses().size() + 1) {
            throw new IllegalStateException("Read after " + position + ": " + standing.text());
        }
        return nanos;
    }
}
