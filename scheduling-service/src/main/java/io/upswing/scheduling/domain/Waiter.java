package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.PatientRecord.Consent;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueItem;
import io.upswing.series.DueRules;
import io.upswing.series.Next;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody who waits, with what decides about an offer to them. {@code standing}: of their course, today. */
public record Waiter(
        Wish wish, List<Consent> consents, PatientFile file, Waitlist list, CourseFacts facts, Standing standing) {
    /** Who is overdue, then who is late; of those alike who has waited longest. */
    public static final Comparator<Waiter> MOST_URGENT_FIRST = Comparator.comparing(Waiter::urgency)
            .thenComparing((Waiter waiter) -> waiter.wish.since())
            .thenComparing(waiter -> waiter.wish.entryId());

    public Waiter {
        consents = List.copyOf(consents);
    }

    private enum Urgency {
        OVERDUE,
        LATE,
        IN_TIME
    }

    /** {@code today}: at the site. */
    public static Waiter of(
            Wish wish,
            List<Consent> consents,
            List<? extends SchedulingEvent> history,
            CourseAtDesk course,
            LocalDate today) {
        var standing = standing(course.facts(), today);
        return new Waiter(wish, consents, PatientFile.of(history), Waitlist.of(history), course.facts(), standing);
    }

    private static Standing standing(CourseFacts facts, LocalDate date) {
        return DueRules.standing(facts, PatientFacts.NONE, date, List.of());
    }

    /** Whether the patient agreed to be written to on some channel: of a channel's consents the latest counts. */
    private boolean reachable() {
        return consents.stream()
                .collect(Collectors.groupingBy(Consent::channel, Collectors.maxBy(Comparator.comparing(Consent::at))))
                .values()
                .stream()
                .anyMatch(latest -> latest.isPresent() && latest.get().granted());
    }

    private Urgency urgency() {
        var next = standing.next();
        if (next == null || !standing.asOf().isAfter(next.targetTo())) {
            return Urgency.IN_TIME;
        }
        return passed(next) ? Urgency.OVERDUE : Urgency.LATE;
    }

    /** A window is not moved because it has passed: from then on the sooner, the better. */
    private boolean passed(Next next) {
        return standing.asOf().isAfter(next.latest());
    }

    /** Whether the next session may be given on a date: what waits for a clinician's decision, is not offered by itself. */
    boolean isDueOn(LocalDate date) {
        var next = standing.next();
        return next != null
                && !lapseUndecided()
                && !date.isBefore(next.earliest())
                && (!date.isAfter(next.latest()) || passed(next))
                && mayBeGivenOn(date);
    }

    /** A gate that is closed today may have opened by then. */
    private boolean mayBeGivenOn(LocalDate date) {
        var then = standing(facts, date).next();
        return then != null && !then.provisional();
    }

    private boolean lapseUndecided() {
        return standing.state() == Standing.State.LAPSED
                && standing.dueItems().stream().anyMatch(item -> item.kind() == DueItem.Kind.LAPSE_DECISION);
    }

    /** Whether they may be asked about a vacancy at all; each of them once, and about one at a time. */
    boolean mayBeAsked(Vacancy vacancy, Instant now) {
        return reachable()
                && wish.wants(vacancy)
                && list.waits(wish.entryId())
                && !list.wasOffered(vacancy.id())
                && !list.undecided(now);
    }

    /** Their appointments of the course for sessions to come, the next first: one that was given today is not. */
    List<Booking> booked(Vacancy vacancy) {
        return file.active().stream()
                .filter(booking -> booking.treats(wish.courseId()))
                .filter(booking -> isToCome(vacancy.local(booking.start()).toLocalDate()))
                .toList();
    }

    private boolean isToCome(LocalDate date) {
        var given = standing.lastSession();
        return !date.isBefore(standing.asOf()) && (given == null || date.isAfter(given));
    }
}
