package io.upswing.scheduling.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks for the best plan of a course at a site. {@code others}: where the patient is expected besides; {@code present}:
 * appointments of the course that the plan may leave where they are.
 */
record Planner(
        CourseAtDesk course,
        Outline outline,
        PlanRange range,
        List<Booking> others,
        List<Booking> present,
        Instant now) {

    Calendar calendar(Function<Span, Desk> read) {
        return new Calendar(outline.from(), range.zone(), read);
    }

    /** The visits of the best plan, or a refusal that says on which dates it failed and what is possible instead. */
    List<Visit> plan(Calendar calendar, Stay stay, Preference preference) {
        var chairs = calendar.site().chairsFor(course.route());
        var days = new SiteDays(calendar, chairs, stay, others, now);
        var plans = plans(days, preference);
        if (plans.best() == null) {
            throw new Refused(
                    Refusal.NO_SERIES,
                    "There is no plan for " + outline.count() + " sessions from " + outline.from() + " on.",
                    alternatives(plans.furthest(), days, calendar, stay),
                    DeadEnd.of(plans.furthest(), days, preference, range.bookable()));
        }
        return plans.best().visits();
    }

    private Plans plans(SiteDays days, Preference preference) {
        var usual = days.usual(habit(), outline.from(), range.last(), preference);
        return Plans.of(outline, new Places(days, preference, usual, present), range.last());
    }

    private Habit habit() {
        return Habit.of(Stream.concat(others.stream(), present.stream())
                .filter(booking -> booking.treats(course.facts().courseId()))
                .toList());
    }

    /** The best plan when the preferences are given up; where there is none either, what is free nearest. */
    private List<Slot> alternatives(SeriesSearch search, SiteDays days, Calendar calendar, Stay stay) {
        var anyhow = plans(days, Preference.ANY).best();
        return anyhow == null
                ? nearest(search.earliestAfter(search.furthest()), calendar, stay)
                : anyhow.visits().stream().map(visit -> visit.choice().slot()).toList();
    }

    private List<Slot> nearest(LocalDate wanted, Calendar calendar, Stay stay) {
        var desk = calendar.between(wanted.minusDays(Openings.DAYS_AROUND), wanted.plusDays(Openings.DAYS_AROUND));
        var chairs = desk.site().chairsFor(course.route());
        var dates = CourseDates.of(course, others, desk.site().dateOf(now));
        var noon = wanted.atTime(LocalTime.NOON).atZone(desk.site().zone()).toInstant();
        return new Openings(desk.site(), chairs, Elsewhere.and(desk.taken(), chairs, others, stay), stay)
                .near(noon, now, date -> range.holds(date) && dates.allow(date));
    }
}
