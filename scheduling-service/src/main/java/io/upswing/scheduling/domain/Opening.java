package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * A chair that is free for a stay. {@code stranded}: how many seconds are left beside it that nobody else of the same length
 * could use; {@code inside}: how many it lies from the nearer end of the time for which the chair is free.
 */
record Opening(Chair chair, Span stay, long stranded, long inside) {
    private static final int SECONDS_OF_A_MINUTE = 60;

    /** What leaves the most to others; of chairs that are alike the first. */
    private static final Comparator<Opening> BEST =
            Comparator.comparingLong(Opening::stranded).thenComparingLong(Opening::inside);

    /** Within a time for which the chair is free. */
    static Opening in(Span gap, Chair chair, Span stay) {
        var length = seconds(stay.from(), stay.to());
        var before = seconds(gap.from(), stay.from());
        var after = seconds(stay.to(), gap.to());
        return new Opening(chair, stay, tooShort(before, length) + tooShort(after, length), Math.min(before, after));
    }

    private static long seconds(Instant from, Instant to) {
        return to.getEpochSecond() - from.getEpochSecond();
    }

    private static long tooShort(long left, long length) {
        return left < length ? left : 0;
    }

    Opening orBetter(Opening other) {
        return BEST.compare(other, this) < 0 ? other : this;
    }

    Instant start() {
        return stay.from();
    }

    Slot slot() {
        return new Slot(stay.from(), stay.to(), chair.id());
    }

    long strandedMinutes() {
        return stranded / SECONDS_OF_A_MINUTE;
    }

    long insideMinutes() {
        return inside / SECONDS_OF_A_MINUTE;
    }
}
