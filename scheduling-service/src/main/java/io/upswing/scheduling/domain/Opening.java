package io.upswing.scheduling.domain;

import java.time.Duration;
import java.util.Comparator;

/**
 * A free time; {@code stranded}: what is left beside it that nobody else of the same length could use; {@code inside}:
 * how far it lies from the nearer end of the time for which the chair is free.
 */
record Opening(Slot slot, Duration stranded, Duration inside) {
    /** What leaves the most to others; of chairs that are alike the first. */
    private static final Comparator<Opening> BEST =
            Comparator.comparing(Opening::stranded).thenComparing(Opening::inside);

    /** Within a time for which the chair is free. */
    static Opening in(Span gap, Chair chair, Span used) {
        var length = Duration.between(used.from(), used.to());
        var before = Duration.between(gap.from(), used.from());
        var after = Duration.between(used.to(), gap.to());
        return new Opening(
                new Slot(used.from(), used.to(), chair.id()),
                tooShort(before, length).plus(tooShort(after, length)),
                before.compareTo(after) < 0 ? before : after);
    }

    private static Duration tooShort(Duration left, Duration length) {
        return left.compareTo(length) < 0 ? left : Duration.ZERO;
    }

    Opening orBetter(Opening other) {
        return BEST.compare(other, this) < 0 ? other : this;
    }
}
