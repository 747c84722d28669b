package io.upswing.scheduling.domain;

import io.upswing.series.Next;
import java.time.LocalDate;
import java.util.LinkedList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a plan may begin: up to a date, which is a visit of its own or one that stands anyway. {@code planned}: how many visits
 * are the plan's; {@code inWeek}: how many sessions the treatment week of the date holds up to it.
 */
record Path(
        LocalDate date,
        int planned,
        int inWeek,
        Cost cost,
        @Nullable Visit visit,
        @Nullable Path before) {

    /** All that what follows depends on, besides the date. */
    record State(int planned, int inWeek) {}

    static Path startingAt(LocalDate date, int inWeek) {
        return new Path(date, 0, inWeek, Cost.NONE, null, null);
    }

    /** {@code aim}: the window that the visit is measured by. */
    Path with(Visit visit, Next aim, int inWeek) {
        var cost = this.cost.plus(Cost.of(visit.date(), aim, visit.choice()));
        return new Path(visit.date(), planned + 1, inWeek, cost, visit, this);
    }

    Path past(LocalDate fixed, int inWeek, Cost more) {
        return new Path(fixed, planned, inWeek, cost.plus(more), null, this);
    }

    State state() {
        return new State(planned, inWeek);
    }

    boolean begins() {
        return before == null;
    }

    boolean cheaperThan(@Nullable Path other) {
        return other == null || cost.compareTo(other.cost) < 0;
    }

    /** Whether more is planned, or as much at a lower cost. */
    boolean goesFurtherThan(@Nullable Path other) {
        return other == null || planned > other.planned || (planned == other.planned && cheaperThan(other));
    }

    List<Visit> visits() {
        var visits = new LinkedList<Visit>();
        for (@Nullable Path path = this; path != null; path = path.before) {
            if (path.visit != null) {
                visits.addFirst(path.visit);
            }
        }
        return List.copyOf(visits);
    }
}
