package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;

/** The steps of time on which appointments start. */
public final class Grid {
    public static final Duration STEP = Duration.ofMinutes(5);

    private Grid() {}

    public static boolean holds(Instant start) {
        return start.getNano() == 0 && start.getEpochSecond() % STEP.toSeconds() == 0;
    }

    /** The first step from a moment on. */
    static Instant up(Instant at) {
        var step = STEP.toSeconds();
        return holds(at) ? at : Instant.ofEpochSecond((Math.floorDiv(at.getEpochSecond(), step) + 1) * step);
    }
}
