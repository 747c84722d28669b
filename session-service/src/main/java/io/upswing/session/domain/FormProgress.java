package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfPatient;
import io.upswing.session.events.SessionEvent.OfProtocol;
import io.upswing.session.events.SessionEvent.OfSession;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a session's monitoring form is. {@code reopened}: what it tells changed after it was signed, so that it begins
 * again. {@code explained}: by field, why it stays empty; a reason outlives a form that is begun again.
 */
public record FormProgress(@Nullable FormStep reached, boolean reopened, Map<String, String> explained) {
    private static final FormProgress NONE = new FormProgress(null, false, Map.of());

    static FormProgress of(Course course, UUID sessionId) {
        var progress = NONE;
        for (var happened : course.records()) {
            progress = progress.after(happened.event(), sessionId);
        }
        return progress;
    }

    private FormProgress after(SessionEvent event, UUID sessionId) {
        if (event instanceof RemsFormRecorded form && form.sessionId().equals(sessionId)) {
            return new FormProgress(FormStep.valueOf(form.state()), false, explained(form.explained()));
        }
        var vouchedFor = reached != null && reached.isAtLeast(FormStep.SIGNED);
        return vouchedFor && changes(event, sessionId) ? new FormProgress(null, true, explained) : this;
    }

    public boolean has(FormStep step) {
        return reached != null && reached.isAtLeast(step);
    }

    /** The reasons so far and these; of one field the last holds. */
    Map<String, String> explained(List<MissingField> more) {
        var all = new LinkedHashMap<>(explained);
        more.forEach(field -> all.put(field.field(), field.reason()));
        return all;
    }

    /** Whether the event changes what the form of the session tells; the due rules reopen the form by the same events. */
    private static boolean changes(SessionEvent event, UUID sessionId) {
        return switch (event) {
            case OfSession ofSession -> ofSession.sessionId().equals(sessionId) && isTold(ofSession);
            case RecordVoided voided -> sessionId.equals(voided.sessionId());
            case OfCourse _, OfPatient _, OfProtocol _ -> false;
        };
    }

    private static boolean isTold(OfSession event) {
        return switch (event) {
            case AdministrationRecorded _,
                    CheckedIn _,
                    ChecklistRecorded _,
                    DoseGiven _,
                    DoseStopped _,
                    VitalsRecorded _,
                    AssessmentRecorded _,
                    AdverseEventRecorded _,
                    Discharged _,
                    SessionAborted _,
                    LeftAgainstAdvice _,
                    SessionCorrected _ -> true;
            case PartDoseJudged _, SessionVoided _, FollowUpRecorded _, OverrideGiven _, RemsFormRecorded _ -> false;
        };
    }
}
