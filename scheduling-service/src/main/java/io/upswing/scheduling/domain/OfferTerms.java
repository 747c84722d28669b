package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a patient may think about an offer. {@code closesBefore}: how long before its start it ends in any case;
 * {@code notice}: what starts sooner is offered no more.
 */
public record OfferTerms(Duration answer, Duration closesBefore, Duration notice) {
    /** The first start that may still be offered. */
    public Instant firstStart(Instant now) {
        return now.plus(notice);
    }

    Instant expiry(Instant start, Instant now) {
        var answered = now.plus(answer);
        var closed = start.minus(closesBefore);
        return (answered.isBefore(closed) ? answered : closed).truncatedTo(ChronoUnit.MILLIS);
    }
}
