package io.upswing.scheduling.domain;

import io.upswing.series.Next;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/**
 * What speaks against a plan, the weightiest first; sums of costs are ordered as the costs are, which is what makes the search
 * exact. {@code provisional}: sessions that wait for a decision; {@code changed}: places that are new; {@code outside}:
 * sessions outside their target; {@code distance}: days from the first day of the target; then how irregular they are and
 * how much time of a chair they strand.
 */
record Cost(int provisional, int changed, int outside, int distance, int irregular, long strandedMinutes)
        implements Comparable<Cost> {
    static final Cost NONE = new Cost(0, 0, 0, 0, 0, 0);

    private static final Comparator<Cost> ORDER = Comparator.comparingInt(Cost::provisional)
            .thenComparingInt(Cost::changed)
            .thenComparingInt(Cost::outside)
            .thenComparingInt(Cost::distance)
            .thenComparingInt(Cost::irregular)
            .thenComparingLong(Cost::strandedMinutes);

    /** What is kept costs nothing but the decision that it waits for. */
    static Cost of(LocalDate date, Next window, Choice choice) {
        var provisional = window.provisional() ? 1 : 0;
        if (choice.kept() != null) {
            return new Cost(provisional, 0, 0, 0, 0, 0);
        }
        var from = ofDate(date, window);
        return new Cost(provisional, 1, from.outside(), from.distance(), choice.irregular(), choice.strandedMinutes());
    }

    /** Of a session that stands anyway: what the plan before it makes of its date. */
    static Cost ofDate(LocalDate date, Next window) {
        var inTarget = !date.isBefore(window.targetFrom()) && !date.isAfter(window.targetTo());
        var distance = Math.abs((int) ChronoUnit.DAYS.between(window.targetFrom(), date));
        return new Cost(0, 0, inTarget ? 0 : 1, distance, 0, 0);
    }

    /** Of so many new places, whatever else speaks against them. */
    static Cost ofNew(int places) {
        return new Cost(0, places, 0, 0, 0, 0);
    }

    Cost plus(Cost other) {
        return new Cost(
                provisional + other.provisional,
                changed + other.changed,
                outside + other.outside,
                distance + other.distance,
                irregular + other.irregular,
                strandedMinutes + other.strandedMinutes);
    }

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
