package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.Warning;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.Next;
import io.upswing.series.PatientFacts;
import io.upswing.series.SessionFact;
import io.upswing.series.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which dates a course allows, given what was treated and what else is booked. */
final class CourseDates {
    private final CourseFacts facts;
    private final LocalDate today;
    private final List<LocalDate> booked;

    private CourseDates(CourseFacts facts, LocalDate today, List<LocalDate> booked) {
        this.facts = facts;
        this.today = today;
        this.booked = List.copyOf(booked);
    }

    /**
     * The dates of a course among the patient's other appointments. One that went by is booked no longer, nor is one of
     * today whose session was given: what was given is a fact of its own, and counted as such.
     */
    static CourseDates of(CourseAtDesk course, List<Booking> others, LocalDate today) {
        var given = course.facts().given().sessions().stream()
                .filter(SessionFact::counts)
                .map(SessionFact::on)
                .collect(Collectors.toSet());
        var booked = others.stream()
                .filter(booking -> booking.treats(course.facts().courseId()))
                .map(Booking::date)
                .filter(date -> !date.isBefore(today) && !given.contains(date))
                .toList();
        return new CourseDates(course.facts(), today, booked);
    }

    /** The dates that are booked and not yet past. */
    List<LocalDate> booked() {
        return booked;
    }

    /** Refuses a date on which the course has ended or rests, or that is too close to its neighbours. */
    void require(LocalDate date) {
        objection(date).ifPresent(refused -> {
            throw refused;
        });
    }

    boolean allow(LocalDate date) {
        return objection(date).isEmpty();
    }

    private Optional<Refused> objection(LocalDate date) {
        return atRest(standingOn(date))
                .or(() -> conflict(date).map(conflict -> new Refused(Refusal.SPACING, conflict)));
    }

    /** What of R3, R4 and R10 speaks against the date, which only a prescriber may overrule. */
    Optional<String> conflict(LocalDate date) {
        return new Spacing(facts, date, booked).conflict(date);
    }

    void requireRunning(LocalDate date) {
        atRest(standingOn(date)).ifPresent(refused -> {
            throw refused;
        });
    }

    private static Optional<Refused> atRest(Standing standing) {
        var date = standing.asOf();
        return switch (standing.state()) {
            case STOPPED, COMPLETED ->
                Optional.of(
                        new Refused(Refusal.COURSE_OVER, "The course is " + standing.state() + " on " + date + "."));
            case PAUSED ->
                Optional.of(
                        new Refused(Refusal.COURSE_PAUSED, "The course is paused on " + date + "; resume it first."));
            case NOT_STARTED, LAPSED, GATE_PENDING, OVERDUE, LATE, WINDOW_OPEN, NOT_DUE -> Optional.empty();
        };
    }

    /** When the next session should be, as of today; null where none is due. */
    @Nullable
    Next next() {
        return standingOn(today).next();
    }

    List<Warning> warnings(LocalDate date) {
        var spacing = new Spacing(facts, today, booked);
        return Stream.concat(
                        WindowWarning.of(date, standingOn(today), spacing.bookedBefore(date)).stream(),
                        spacing.gaps(date).stream())
                .toList();
    }

    /** Neither state nor window depends on what else is known of the patient. */
    private Standing standingOn(LocalDate date) {
        return DueRules.standing(facts, PatientFacts.NONE, date, List.of());
    }
}
