package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;

/** How long an appointment keeps a chair; the turnover at its end is the chair's alone, the patient has left by then. */
record Stay(Duration chair, Duration turnover) {
    Instant leaves(Instant start) {
        return start.plus(chair).minus(turnover);
    }
}
