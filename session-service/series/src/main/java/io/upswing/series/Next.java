package io.upswing.series;

import java.time.LocalDate;

/**
 * When the next session should be: inclusive dates at the site. A {@code provisional} window waits for a decision: it may
 * be booked, not administered.
 */
public record Next(
        DueItem.Kind kind,
        LocalDate earliest,
        LocalDate targetFrom,
        LocalDate targetTo,
        LocalDate latest,
        boolean provisional) {
    public boolean holds(LocalDate date) {
        return !date.isBefore(earliest) && !date.isAfter(latest);
    }
}
