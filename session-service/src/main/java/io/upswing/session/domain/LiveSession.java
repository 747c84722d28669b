package io.upswing.session.domain;

import io.upswing.session.domain.Session.End;
import io.upswing.session.domain.SessionCommand.AbortSession;
import io.upswing.session.domain.SessionCommand.CheckIn;
import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.domain.SessionCommand.LeaveAgainstAdvice;
import io.upswing.session.domain.SessionCommand.RecordAdministration;
import io.upswing.session.domain.SessionCommand.RecordFollowUp;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.SessionAborted;
import java.time.Instant;
import java.util.Optional;

/** A session from check-in to the follow-up of the day after, or entered whole after the fact. */
final class LiveSession {
    private LiveSession() {}

    static AdministrationRecorded administration(RecordAdministration command, Course course, Occasion occasion) {
        occasion.requireNotAfterToday("on", command.on());
        return new AdministrationRecorded(
                course.id(),
                occasion.eventId(),
                course.prescribed().siteId(),
                command.on(),
                command.doseMg(),
                command.complete(),
                command.counted(),
                command.lot(),
                command.observationMinutes(),
                command.note());
    }

    static CheckedIn checkIn(CheckIn command, Course course, Occasion occasion) {
        return new CheckedIn(
                course.id(),
                occasion.eventId(),
                course.prescribed().siteId(),
                occasion.dateOf(command.at()),
                command.appointmentId(),
                command.doseMg(),
                command.at());
    }

    static Optional<SessionEvent> discharge(Discharge command, Visit visit, Occasion occasion) {
        var session = visit.session();
        return switch (session.end()) {
            case End.Discharged _ -> Optional.empty(); // asking twice is fine
            case End.Running _ -> {
                requireNotBefore(command.at(), session, occasion);
                requireAfterDoses(command.at(), session);
                Blocks.requireNone(Leaving.blocks(visit, command.at(), command.escort()));
                yield Optional.of(new Discharged(
                        visit.course().id(), session.id(), command.at(), command.by(), command.escort()));
            }
            case End.Aborted _, End.LeftAgainstAdvice _, End.Entered _, End.Voided _ -> throw over();
        };
    }

    static Optional<SessionEvent> abort(AbortSession command, Course course, Session session, Occasion occasion) {
        return switch (session.end()) {
            case End.Aborted _ -> Optional.empty();
            case End.Running _ -> {
                requireNotBefore(command.at(), session, occasion);
                requireNothingGiven(session);
                yield Optional.of(new SessionAborted(course.id(), session.id(), command.at(), command.reason()));
            }
            case End.Discharged _, End.LeftAgainstAdvice _, End.Entered _, End.Voided _ -> throw over();
        };
    }

    private static void requireNothingGiven(Session session) {
        if (!session.doses().isEmpty()) {
            throw Refused.conflict(
                    "dose-given",
                    "A dose was given: stop it, then discharge the patient or record that they left against advice.");
        }
    }

    /** Nobody is held back: it is a fact, whatever speaks against it. */
    static Optional<SessionEvent> left(LeaveAgainstAdvice command, Course course, Session session, Occasion occasion) {
        return switch (session.end()) {
            case End.LeftAgainstAdvice _ -> Optional.empty();
            case End.Running _ -> {
                requireOfItsDay(command.at(), session, occasion);
                requireAfterDoses(command.at(), session);
                yield Optional.of(new LeftAgainstAdvice(course.id(), session.id(), command.at()));
            }
            case End.Discharged _, End.Aborted _, End.Entered _, End.Voided _ -> throw over();
        };
    }

    static FollowUpRecorded followUp(RecordFollowUp command, Course course, Session session, Occasion occasion) {
        requireNotBefore(command.at(), session, occasion);
        return new FollowUpRecorded(
                course.id(),
                command.sessionId(),
                command.at(),
                occasion.dateOf(command.at()),
                command.by(),
                command.outcome(),
                command.note());
    }

    /** Nobody is given a dose who has gone. */
    private static void requireAfterDoses(Instant at, Session session) {
        var last = session.lastDoseAt();
        if (last != null && at.isBefore(last)) {
            throw Refused.badInput("at", "must not be before the last dose, " + last);
        }
    }

    static void requireNotBefore(Instant at, Session session, Occasion occasion) {
        if (occasion.dateOf(at).isBefore(session.treatmentDate())) {
            throw Refused.badInput("at", "must not be before the session, " + session.treatmentDate());
        }
    }

    /** A session that began in the evening may end after midnight. */
    static void requireOfItsDay(Instant at, Session session, Occasion occasion) {
        var date = occasion.dateOf(at);
        if (date.isBefore(session.treatmentDate())
                || date.isAfter(session.treatmentDate().plusDays(1))) {
            throw Refused.badInput("at", "must be on the day of the session, " + session.treatmentDate());
        }
    }

    static Refused over() {
        return Refused.conflict("session-over", "The session is over; what was wrong in it can be corrected.");
    }
}
