package io.upswing.series;

import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.OfSession;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in the sessions of a course and what followed each, sorted by date. */
public record SessionFacts(List<SessionFact> sessions, List<FollowUpFact> followUps, List<FormFact> forms) {
    static final SessionFacts NONE = new SessionFacts(List.of(), List.of(), List.of());

    public SessionFacts {
        sessions = List.copyOf(sessions);
        followUps = List.copyOf(followUps);
        forms = List.copyOf(forms);
    }

    @Nullable
    SessionFact find(UUID sessionId) {
        for (var session : sessions.reversed()) {
            if (session.id().equals(sessionId)) {
                return session;
            }
        }
        return null;
    }

    SessionFacts with(SessionFact session) {
        return new SessionFacts(InOrder.with(without(session.id()), session, SessionFact.ORDER), followUps, forms);
    }

    SessionFacts withoutSession(UUID sessionId) {
        return new SessionFacts(without(sessionId), followUps, forms);
    }

    private List<SessionFact> without(UUID sessionId) {
        return InOrder.without(sessions, session -> session.id().equals(sessionId));
    }

    SessionFacts with(FollowUpRecorded recorded, UUID id) {
        var followUp = new FollowUpFact(recorded.sessionId(), recorded.on(), id);
        return new SessionFacts(sessions, InOrder.with(followUps, followUp, FollowUpFact.ORDER), forms);
    }

    /** A draft and a form that nobody sent are not submitted. */
    SessionFacts with(RemsFormRecorded recorded, UUID id) {
        return switch (recorded.state()) {
            case "SUBMITTED", "ACKNOWLEDGED" -> {
                var form = new FormFact(recorded.sessionId(), recorded.on(), id);
                yield new SessionFacts(sessions, followUps, InOrder.with(forms, form, FormFact.ORDER));
            }
            default -> this;
        };
    }

    /** What the form says of the session is no longer so: it is to be submitted again. */
    SessionFacts reopening(OfSession told) {
        return reopening(told.sessionId());
    }

    SessionFacts without(RecordVoided voided) {
        var left = new SessionFacts(
                sessions,
                InOrder.withoutEvent(followUps, voided.eventId()),
                InOrder.withoutEvent(forms, voided.eventId()));
        return voided.sessionId() == null ? left : left.reopening(voided.sessionId());
    }

    private SessionFacts reopening(UUID sessionId) {
        var left = InOrder.without(forms, form -> form.sessionId().equals(sessionId));
        return left == forms ? this : new SessionFacts(sessions, followUps, left);
    }
}
