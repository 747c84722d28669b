package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.Warning;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One wish held against hours, course and chairs, in this order. */
record Plan(
        Desk desk, @Nullable CourseAtDesk course, @Nullable CourseDates dates, Duration duration) {
    /** At least 400 days ahead can be booked; two years is where a slip of the hand is likelier. */
    private static final Duration HORIZON = Duration.ofDays(731);

    /** {@code treated}: the course that the appointment is a session of. */
    static Plan of(
            BookingCommand command,
            Desk desk,
            Optional<CourseAtDesk> treated,
            PatientFile file,
            Duration duration,
            Instant now) {
        var course = treated.orElse(null);
        var dates = course == null ? null : CourseDates.of(course, file, desk, command, now);
        return new Plan(desk, course, dates, duration);
    }

    Slot place(BookingCommand command, Instant now) {
        var start = command.start();
        requireTime(start, now);
        var chairs = fitting();
        var free = new FreeChairs(desk.site(), wanted(chairs, command.chairId()), desk.taken(), duration);
        if (!free.open(start)) {
            throw new Refused(
                    Refusal.OUTSIDE_HOURS,
                    "The site is not open from " + start + " for " + duration.toMinutes() + " minutes.");
        }
        if (dates != null) {
            dates.require(desk.site().dateOf(start));
        }
        return free.at(start).orElseThrow(() -> taken(chairs, start, now));
    }

    List<Warning> warnings(Slot slot) {
        return dates == null ? List.of() : dates.warnings(desk.site().dateOf(slot.start()));
    }

    private static void requireTime(Instant start, Instant now) {
        if (start.isBefore(now)) {
            throw new Refused(Refusal.START_IN_PAST, "The start lies in the past.");
        }
        if (start.isAfter(now.plus(HORIZON))) {
            throw new Refused(Refusal.TOO_FAR_AHEAD, "No more than " + HORIZON.toDays() + " days ahead can be booked.");
        }
    }

    private List<Chair> fitting() {
        var chairs = course == null
                ? desk.site().chairs()
                : desk.site().chairs().stream()
                        .filter(chair -> chair.routes().contains(course.route()))
                        .toList();
        if (chairs.isEmpty()) {
            throw new Refused(Refusal.NO_CHAIR_FOR_ROUTE, "The site has no chair for this treatment.");
        }
        return chairs;
    }

    private List<Chair> wanted(List<Chair> chairs, @Nullable UUID chairId) {
        if (chairId == null) {
            return chairs;
        }
        if (desk.site().chairs().stream().noneMatch(chair -> chair.id().equals(chairId))) {
            throw new Refused(Refusal.NO_SUCH_CHAIR, "The site has no such chair.");
        }
        var wanted = chairs.stream().filter(chair -> chair.id().equals(chairId)).toList();
        if (wanted.isEmpty()) {
            throw new Refused(Refusal.NO_CHAIR_FOR_ROUTE, "The chair is not for this route.");
        }
        return wanted;
    }

    private Refused taken(List<Chair> chairs, Instant start, Instant now) {
        var near = new FreeChairs(desk.site(), chairs, desk.taken(), duration)
                .near(start, now, date -> dates == null || dates.allow(date));
        return new Refused(Refusal.SLOT_TAKEN, "The chair is taken at that time.", near);
    }
}
