package io.upswing.scheduling.domain;

import io.upswing.series.Ahead;
import io.upswing.series.CourseFacts;
import io.upswing.series.Next;
import io.upswing.series.Pace;
import io.upswing.series.SessionFact;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a plan of a course must respect: the sessions that were given, those booked that stay, and what the due rules ask of
 * each one to come. All dates are DUE-RULES'; here they are only lined up.
 */
final class Outline {
    private final CourseFacts facts;
    private final TreeSet<LocalDate> given = new TreeSet<>();
    private final TreeSet<LocalDate> fixed;
    private final LocalDate from;
    private final int count;
    private final List<Integer> intervals;
    private final Map<LocalDate, Ahead> ahead = new HashMap<>();

    /** {@code count} sessions from {@code from} on, beside those of {@code fixed}. */
    Outline(CourseFacts facts, Collection<LocalDate> fixed, LocalDate from, int count, List<Integer> intervals) {
        this.facts = facts;
        facts.given().sessions().stream()
                .filter(SessionFact::counts)
                .map(SessionFact::on)
                .forEach(given::add);
        this.fixed = new TreeSet<>(fixed);
        this.fixed.removeAll(given);
        this.from = from;
        this.count = count;
        this.intervals = intervals;
    }

    LocalDate from() {
        return from;
    }

    int count() {
        return count;
    }

    /** Null before the first session. */
    @Nullable
    LocalDate day1() {
        return given.isEmpty() ? null : given.first();
    }

    /** What the first of the plan is counted from. */
    LocalDate begin() {
        return given.isEmpty() ? facts.prescription().on() : given.last();
    }

    /** The appointments among which the plan is made. */
    NavigableSet<LocalDate> fixed() {
        return fixed;
    }

    boolean holds(LocalDate date) {
        return given.contains(date) || fixed.contains(date);
    }

    boolean running(LocalDate date) {
        return ahead(date).running();
    }

    /** What spacing asks of a session on a date after {@code planned} of the plan; null while no interval is known. */
    @Nullable
    Pace held(LocalDate date, int planned) {
        return paced(ahead(date).pace(before(date, planned)), planned);
    }

    /** The window that the due rules give a session on a date; null where they give none. */
    @Nullable
    Next window(LocalDate date, int planned, LocalDate last, LocalDate day1, ToIntFunction<LocalDate> inWeekOf) {
        var pace = paced(ahead(date).planned(before(date, planned), day1), planned);
        return pace == null || !running(date) ? null : pace.after(last, day1, inWeekOf);
    }

    private int before(LocalDate date, int planned) {
        return planned + fixed.headSet(date).size();
    }

    /** The intervals that were asked for stand before the visits, the last ones first where there is one too few. */
    private @Nullable Pace paced(@Nullable Pace pace, int planned) {
        var at = planned - (count - intervals.size());
        return pace == null || intervals.isEmpty() || at < 0 || at >= intervals.size()
                ? pace
                : pace.every(intervals.get(at));
    }

    /** How many are given or fixed from one date to another, both included. */
    int standing(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? 0
                : given.subSet(from, true, to, true).size()
                        + fixed.subSet(from, true, to, true).size();
    }

    private Ahead ahead(LocalDate date) {
        return ahead.computeIfAbsent(date, day -> Ahead.on(day, facts));
    }
}
