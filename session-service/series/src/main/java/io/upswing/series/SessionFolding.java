package io.upswing.series;

import io.upswing.series.SessionFact.Given;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** R1: how much of a session's dose was given, as the records of the session say one after the other. */
final class SessionFolding {
    private SessionFolding() {}

    static SessionFacts checkedIn(SessionFacts facts, CheckedIn event, UUID id) {
        return facts.with(opened(event.sessionId(), event.treatmentDate(), id));
    }

    static SessionFacts administered(SessionFacts facts, AdministrationRecorded event, UUID id) {
        var given = event.complete() ? Given.FULL : Given.PART;
        return facts.with(new SessionFact(event.sessionId(), event.treatmentDate(), given, event.counted(), id, null));
    }

    static SessionFacts given(SessionFacts facts, DoseGiven event, UUID id) {
        var session = known(facts, event.sessionId(), event.treatmentDate(), id);
        if (event.completes()) {
            return facts.with(session.given(Given.FULL, id));
        }
        return session.dosed() ? facts : facts.with(session.given(Given.PART, id));
    }

    static SessionFacts stopped(SessionFacts facts, DoseStopped event, UUID id) {
        var session = known(facts, event.sessionId(), event.treatmentDate(), id);
        return facts.with(
                new SessionFact(session.id(), session.on(), Given.PART, event.counted(), id, session.changedBy()));
    }

    static SessionFacts judged(SessionFacts facts, PartDoseJudged event, UUID id) {
        return change(facts, event.sessionId(), session -> session.judged(event.counted(), id));
    }

    static SessionFacts corrected(SessionFacts facts, SessionCorrected event, UUID id) {
        return change(
                facts,
                event.sessionId(),
                session -> session.corrected(event.treatmentDate(), event.complete(), event.counted(), id));
    }

    private static SessionFact opened(UUID sessionId, LocalDate on, UUID event) {
        return new SessionFact(sessionId, on, Given.NONE, null, event, null);
    }

    private static SessionFact known(SessionFacts facts, UUID sessionId, LocalDate on, UUID event) {
        var session = facts.find(sessionId);
        return session == null ? opened(sessionId, on, event) : session;
    }

    /** A session that is no longer there was voided: what is said of it later changes nothing. */
    private static SessionFacts change(SessionFacts facts, UUID sessionId, UnaryOperator<SessionFact> change) {
        var session = facts.find(sessionId);
        return session == null ? facts : facts.with(change.apply(session));
    }
}
