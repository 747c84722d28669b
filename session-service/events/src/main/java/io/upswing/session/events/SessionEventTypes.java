package io.upswing.session.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
            Map.entry(SessionEvent.FollowUpRecorded.class, "session.follow-up-recorded.v1"));

    private static final Map<String, Class<? extends SessionEvent>> CLASSES = inverted();

    private SessionEventTypes() {}

    /** The wire name of {@code event}. */
    public static String nameOf(SessionEvent event) {
        var name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("No wire name for " + event.getClass());
        }
        return name;
    }

    /** The class behind a wire name; empty for a type that this version does not know. */
    public static Optional<Class<? extends SessionEvent>> classOf(String name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    /** Every wire name with its class. */
    public static Map<String, Class<? extends SessionEvent>> all() {
        return CLASSES;
    }

    private static Map<String, Class<? extends SessionEvent>> inverted() {
        var classes = new HashMap<String, Class<? extends SessionEvent>>();
        NAMES.forEach((type, name) -> classes.put(name, type));
        return Map.copyOf(classes);
    }
}
