package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;

/** How long each part of a treatment takes, one after the other. */
public record Parts(Duration checkIn, Duration dosing, Duration observation, Duration discharge, Duration turnover) {
    static Parts ofMinutes(int checkIn, int dosing, int observation, int discharge, int turnover) {
        return new Parts(
                Duration.ofMinutes(checkIn),
                Duration.ofMinutes(dosing),
                Duration.ofMinutes(observation),
                Duration.ofMinutes(discharge),
                Duration.ofMinutes(turnover));
    }

    /** When the patient leaves whose dose ended then; observation is counted from the end of the dose. */
    Instant leaves(Instant dosed) {
        return dosed.plus(observation).plus(discharge);
    }
}
