package io.upswing.session.events;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.JsonCodec;
import java.util.Map;

/** The wire names of the session events, fixed for ever: what is in a record's {@code ce_type}. */
public final class SessionEventTypes {
    private static final Map<Class<? extends SessionEvent>, String> NAMES = Map.ofEntries(
            Map.entry(SessionEvent.ProtocolPrescribed.class, "session.protocol-prescribed.v1"),
            Map.entry(SessionEvent.ConsentSigned.class, "session.consent-signed.v1"),
            Map.entry(SessionEvent.EligibilityDecided.class, "session.eligibility-decided.v1"),
            Map.entry(SessionEvent.ContraindicationRecorded.class, "session.contraindication-recorded.v1"),
            Map.entry(SessionEvent.RemsEnrolmentRecorded.class, "session.rems-enrolment-recorded.v1"),
            Map.entry(SessionEvent.BenefitDecided.class, "session.benefit-decided.v1"),
            Map.entry(SessionEvent.IntervalDecided.class, "session.interval-decided.v1"),
            Map.entry(SessionEvent.CoursePaused.class, "session.course-paused.v1"),
            Map.entry(SessionEvent.CourseResumed.class, "session.course-resumed.v1"),
            Map.entry(SessionEvent.CourseClosed.class, "session.course-closed.v1"),
            Map.entry(SessionEvent.DoseOrdered.class, "session.dose-ordered.v1"),
            Map.entry(SessionEvent.AdministrationRecorded.class, "session.administration-recorded.v1"),
            Map.entry(SessionEvent.CheckedIn.class, "session.checked-in.v1"),
            Map.entry(SessionEvent.DoseGiven.class, "session.dose-given.v1"),
            Map.entry(SessionEvent.DoseStopped.class, "session.dose-stopped.v1"),
            Map.entry(SessionEvent.Discharged.class, "session.discharged.v1"),
            Map.entry(SessionEvent.SessionAborted.class, "session.session-aborted.v1"),
            Map.entry(SessionEvent.SessionCorrected.class, "session.session-corrected.v1"),
            Map.entry(SessionEvent.SessionVoided.class, "session.session-voided.v1"),
            Map.entry(SessionEvent.PartDoseJudged.class, "session.part-dose-judged.v1"),
            Map.entry(SessionEvent.RecordVoided.class, "session.record-voided.v1"),
            Map.entry(SessionEvent.FollowUpRecorded.class, "session.follow-up-recorded.v1"),
            Map.entry(SessionEvent.ChecklistRecorded.class, "session.checklist-recorded.v1"),
            Map.entry(SessionEvent.VitalsRecorded.class, "session.vitals-recorded.v1"),
            Map.entry(SessionEvent.AssessmentRecorded.class, "session.assessment-recorded.v1"),
            Map.entry(SessionEvent.AdverseEventRecorded.class, "session.adverse-event-recorded.v1"),
            Map.entry(SessionEvent.OverrideGiven.class, "session.override-given.v1"),
            Map.entry(SessionEvent.LeftAgainstAdvice.class, "session.left-against-advice.v1"),
            Map.entry(SessionEvent.RemsFormRecorded.class, "session.rems-form-recorded.v1"),
            Map.entry(SessionEvent.ConcurrentTreatmentRecorded.class, "session.concurrent-treatment-recorded.v1"),
            Map.entry(SessionEvent.LapseDecided.class, "session.lapse-decided.v1"),
            Map.entry(SessionEvent.ProtocolVersionChanged.class, "session.protocol-version-changed.v1"),
            Map.entry(SessionEvent.MeasureRecorded.class, "session.measure-recorded.v1"),
            Map.entry(SessionEvent.SafetyTaskClosed.class, "session.safety-task-closed.v1"),
            Map.entry(SessionEvent.ProtocolPublished.class, "session.protocol-published.v1"));

    private SessionEventTypes() {}

    /** Every class of event with its wire name. */
    public static Map<Class<? extends SessionEvent>, String> all() {
        return NAMES;
    }

    public static EventCodec<SessionEvent> codec() {
        return new JsonCodec<>(NAMES);
    }
}
