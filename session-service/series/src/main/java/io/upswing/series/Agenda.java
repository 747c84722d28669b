package io.upswing.series;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The days up to a last one on which a session took place or a decision took effect, earliest first. */
final class Agenda implements Iterator<Agenda.Day> {
    /** What took place and took effect on one date. */
    record Day(LocalDate date, List<SessionFact> sessions, List<BenefitFact> benefits, List<IntervalFact> intervals) {
        /** The {@code CONTINUE} of this date. */
        @Nullable
        BenefitFact continuation() {
            for (var benefit : benefits) {
                if (benefit.outcome() == BenefitFact.Outcome.CONTINUE) {
                    return benefit;
                }
            }
            return null;
        }
    }

    private final CourseFacts facts;
    private final LocalDate lastDay;
    private int sessions;
    private int benefits;
    private int intervals;

    Agenda(CourseFacts facts, LocalDate lastDay) {
        this.facts = facts;
        this.lastDay = lastDay;
    }

    @Override
    public boolean hasNext() {
        var date = nextDate();
        return date != null && !date.isAfter(lastDay);
    }

    @Override
    public Day next() {
        var date = nextDate();
        if (date == null) {
            throw new NoSuchElementException();
        }
        var day = new Day(
                date,
                upTo(date, facts.given().sessions(), sessions, SessionFact::on),
                upTo(date, facts.decided().benefits(), benefits, BenefitFact::on),
                upTo(date, facts.decided().intervals(), intervals, IntervalFact::from));
        sessions += day.sessions().size();
        benefits += day.benefits().size();
        intervals += day.intervals().size();
        return day;
    }

    private @Nullable LocalDate nextDate() {
        var date = first(facts.given().sessions(), sessions, SessionFact::on);
        date = earlier(date, first(facts.decided().benefits(), benefits, BenefitFact::on));
        return earlier(date, first(facts.decided().intervals(), intervals, IntervalFact::from));
    }

    private static <T> @Nullable LocalDate first(List<T> facts, int from, Function<T, LocalDate> date) {
        return from < facts.size() ? date.apply(facts.get(from)) : null;
    }

    private static <T> List<T> upTo(LocalDate day, List<T> facts, int from, Function<T, LocalDate> date) {
        var to = from;
        while (to < facts.size() && date.apply(facts.get(to)).equals(day)) {
            to++;
        }
        return from == to ? List.of() : facts.subList(from, to);
    }

    static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
