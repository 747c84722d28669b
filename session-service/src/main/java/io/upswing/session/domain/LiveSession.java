package io.upswing.session.domain;

import io.upswing.session.domain.Session.End;
import io.upswing.session.domain.SessionCommand.AbortSession;
import io.upswing.session.domain.SessionCommand.CheckIn;
import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.domain.SessionCommand.RecordAdministration;
import io.upswing.session.domain.SessionCommand.RecordFollowUp;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
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

    static Optional<SessionEvent> discharge(Discharge command, Course course, Session session) {
        return switch (session.end()) {
            case End.Discharged _ -> Optional.empty(); // asking twice is fine
            case End.Running _ -> {
                Observation.requireOver(course.schedule(session.treatmentDate()), session, command.at());
                yield Optional.of(
                        new Discharged(course.id(), session.id(), command.at(), command.by(), command.escort()));
            }
            case End.Aborted _, End.Entered _, End.Voided _ -> throw over();
        };
    }

    static Optional<SessionEvent> abort(AbortSession command, Course course, Session session) {
        return switch (session.end()) {
            case End.Aborted _ -> Optional.empty();
            case End.Running _ ->
                Optional.of(new SessionAborted(course.id(), session.id(), command.at(), command.reason()));
            case End.Discharged _, End.Entered _, End.Voided _ -> throw over();
        };
    }

    static FollowUpRecorded followUp(RecordFollowUp command, Course course, Session session, Occasion occasion) {
        if (occasion.dateOf(command.at()).isBefore(session.treatmentDate())) {
            throw Refused.badInput("at", "must not be before the session, " + session.treatmentDate());
        }
        return new FollowUpRecorded(
                course.id(),
                command.sessionId(),
                command.at(),
                occasion.dateOf(command.at()),
                command.by(),
                command.outcome(),
                command.note());
    }

    static Refused over() {
        return Refused.conflict("session-over", "The session is over; what was wrong in it can be corrected.");
    }
}
