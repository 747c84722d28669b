package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From {@code from} until just before {@code to}. */
public record Span(Instant from, Instant to) {
    /** On which the clocks are put back: nothing that begins on a day lasts longer. */
    public static final Duration LONGEST_DAY = Duration.ofHours(25);

    /** Both dates from their first moment to their last, where that zone is kept. */
    public static Span ofDays(LocalDate first, LocalDate last, ZoneId zone) {
        return new Span(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public static Span ofDay(LocalDate date, ZoneId zone) {
        return ofDays(date, date, zone);
    }

    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** For how long both last. */
    Duration shared(Span other) {
        var first = from.isAfter(other.from) ? from : other.from;
        var last = to.isBefore(other.to) ? to : other.to;
        return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
    }

    boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }
}
