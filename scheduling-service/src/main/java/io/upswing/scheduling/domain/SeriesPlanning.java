package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.series.Ahead;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Books what a phase still plans, or as many visits as are asked for: all of them, or none. */
public final class SeriesPlanning implements Planning {
    private final SeriesWish wish;
    private final Planner planner;

    private SeriesPlanning(SeriesWish wish, Planner planner) {
        this.wish = wish;
        this.planner = planner;
    }

    /** At a site in the zone; refuses what no day could change. */
    public static SeriesPlanning of(SeriesWish wish, CourseAtDesk course, PatientFile file, ZoneId zone, Instant now) {
        file.requirePresent();
        var others = file.activeWithout(wish.id());
        var today = now.atZone(zone).toLocalDate();
        var from = PlanRange.from(wish.from(), zone, now);
        var dates = CourseDates.of(course, others, today);
        dates.requireRunning(from);
        requireAllowed(wish, course, from);
        var count = count(wish, course, dates, today);
        var outline = new Outline(course.facts(), dates.booked(), from, count, wish.intervals());
        var range = PlanRange.of(outline, zone, now);
        return new SeriesPlanning(wish, new Planner(course, outline, range, others, List.of(), now));
    }

    private static void requireAllowed(SeriesWish wish, CourseAtDesk course, LocalDate from) {
        var ahead = Ahead.on(from, course.facts());
        for (var interval : wish.intervals()) {
            ahead.interval(interval).ifPresent(refusal -> {
                throw new Refused(Refusal.INTERVAL_NOT_ALLOWED, refusal.detail() + ".");
            });
        }
    }

    private static int count(SeriesWish wish, CourseAtDesk course, CourseDates dates, LocalDate today) {
        if (wish.count() != null) {
            return wish.count();
        }
        if (!wish.intervals().isEmpty()) {
            return wish.intervals().size();
        }
        var standing = DueRules.standing(course.facts(), PatientFacts.NONE, today, List.of());
        if (standing.planned() == null) {
            throw new Refused(Refusal.COUNT_REQUIRED, "must be given: the phase " + standing.phase() + " has no end");
        }
        var left = standing.planned() - standing.given() - dates.booked().size();
        if (left <= 0) {
            throw new Refused(
                    Refusal.NOTHING_PLANNED,
                    "All sessions that " + standing.phase() + " plans are given or booked; say how many more.");
        }
        return left;
    }

    @Override
    public Set<UUID> freed() {
        return Set.of();
    }

    @Override
    public Optional<SeriesBooked> decide(Function<Span, Desk> read) {
        var calendar = planner.calendar(read);
        var site = calendar.site();
        var facts = planner.course().facts();
        var stay = planner.course().stayFor(wish.doseMg(), site.durations());
        var booked = new ArrayList<AppointmentBooked>();
        for (var visit : planner.plan(calendar, stay, wish.preference())) {
            var id = SeriesWish.appointmentId(wish.id(), booked.size());
            booked.add(Placing.booked(id, facts, site, stay, wish.doseMg(), visit));
        }
        return Optional.of(new SeriesBooked(facts.prescription().patientId(), wish.courseId(), booked));
    }
}
