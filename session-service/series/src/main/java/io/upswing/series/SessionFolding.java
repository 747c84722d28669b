package io.upswing.series;

import io.upswing.series.SessionFact.Given;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** R1: how much of a session's dose was given, as the records of the session say one after the other. */
final class SessionFolding {
    private SessionFolding() {}

    static CourseFacts checkedIn(CourseFacts facts, CheckedIn event, UUID id) {
        return put(facts, opened(event.sessionId(), event.treatmentDate(), id));
    }

    static CourseFacts administered(CourseFacts facts, AdministrationRecorded event, UUID id) {
        var given = event.complete() ? Given.FULL : Given.PART;
        return put(facts, new SessionFact(event.sessionId(), event.treatmentDate(), given, event.counted(), id, null));
    }

    static CourseFacts given(CourseFacts facts, DoseGiven event, UUID id) {
        var session = known(facts, event.sessionId(), event.treatmentDate(), id);
        if (event.completes()) {
            return put(facts, session.given(Given.FULL, id));
        }
        return session.dosed() ? facts : put(facts, session.given(Given.PART, id));
    }

    static CourseFacts stopped(CourseFacts facts, DoseStopped event, UUID id) {
        var session = known(facts, event.sessionId(), event.treatmentDate(), id);
        return put(
                facts,
                new SessionFact(session.id(), session.on(), Given.PART, event.counted(), id, session.changedBy()));
    }

    static CourseFacts judged(CourseFacts facts, PartDoseJudged event, UUID id) {
        return change(facts, event.sessionId(), session -> session.judged(event.counted(), id));
    }

    static CourseFacts corrected(CourseFacts facts, SessionCorrected event, UUID id) {
        return change(
                facts,
                event.sessionId(),
                session -> session.corrected(event.treatmentDate(), event.complete(), event.counted(), id));
    }

    static CourseFacts voided(CourseFacts facts, SessionVoided event) {
        return facts.withSessions(
                InOrder.without(facts.sessions(), session -> session.id().equals(event.sessionId())));
    }

    private static SessionFact opened(UUID sessionId, LocalDate on, UUID event) {
        return new SessionFact(sessionId, on, Given.NONE, null, event, null);
    }

    private static SessionFact known(CourseFacts facts, UUID sessionId, LocalDate on, UUID event) {
        var session = find(facts, sessionId);
        return session == null ? opened(sessionId, on, event) : session;
    }

    /** A session that is no longer there was voided: what is said of it later changes nothing. */
    private static CourseFacts change(CourseFacts facts, UUID sessionId, UnaryOperator<SessionFact> change) {
        var session = find(facts, sessionId);
        return session == null ? facts : put(facts, change.apply(session));
    }

    private static @Nullable SessionFact find(CourseFacts facts, UUID sessionId) {
        for (var session : facts.sessions().reversed()) {
            if (session.id().equals(sessionId)) {
                return session;
            }
        }
        return null;
    }

    private static CourseFacts put(CourseFacts facts, SessionFact session) {
        var others = InOrder.without(facts.sessions(), other -> other.id().equals(session.id()));
        return facts.withSessions(InOrder.with(others, session, SessionFact.ORDER));
    }
}
