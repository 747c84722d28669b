package io.upswing.series;

import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.LeftAgainstAdvice;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.util.UUID;

/** From event to fact: how much was given in a session is in {@link SessionFolding}, the rest is sorted in by date. */
final class Folding {
    private Folding() {}

    static CourseFacts fold(CourseFacts facts, OfCourse event, UUID id) {
        return switch (event) {
            case ProtocolPrescribed prescribed ->
                throw new IllegalArgumentException("Course " + prescribed.courseId() + " is prescribed twice");
            case BenefitDecided decided -> facts.with(facts.decided().with(decided, id));
            case IntervalDecided decided -> facts.with(facts.decided().with(decided, id));
            case LapseDecided decided -> facts.with(facts.decided().with(decided, id));
            case ProtocolVersionChanged changed -> facts.with(facts.decided().with(version(facts, changed, id)));
            case CoursePaused paused -> facts.with(facts.status().with(paused, id));
            case CourseResumed resumed -> facts.with(facts.status().with(resumed, id));
            case CourseClosed closed -> facts.with(facts.status().with(closed, id));
            case ConcurrentTreatmentRecorded recorded ->
                facts.with(facts.status().with(recorded, id));
            case FollowUpRecorded recorded -> facts.with(facts.given().with(recorded, id));
            case RemsFormRecorded recorded -> facts.with(facts.given().with(recorded, id));
            case RecordVoided voided -> without(facts, voided);
            case CheckedIn checkedIn -> facts.with(SessionFolding.checkedIn(facts.given(), checkedIn, id));
            case AdministrationRecorded recorded ->
                facts.with(SessionFolding.administered(facts.given(), recorded, id));
            case DoseGiven given ->
                facts.with(SessionFolding.given(facts.given(), given, id).reopening(given));
            case DoseStopped stopped ->
                facts.with(SessionFolding.stopped(facts.given(), stopped, id).reopening(stopped));
            case PartDoseJudged judged -> facts.with(SessionFolding.judged(facts.given(), judged, id));
            case SessionCorrected corrected ->
                facts.with(
                        SessionFolding.corrected(facts.given(), corrected, id).reopening(corrected));
            case SessionVoided voided -> facts.with(facts.given().withoutSession(voided.sessionId()));
            case ChecklistRecorded told -> facts.with(facts.given().reopening(told));
            case VitalsRecorded told -> facts.with(facts.given().reopening(told));
            case AssessmentRecorded told -> facts.with(facts.given().reopening(told));
            case AdverseEventRecorded told -> facts.with(facts.given().reopening(told));
            case Discharged told -> facts.with(facts.given().reopening(told));
            case SessionAborted told -> facts.with(facts.given().reopening(told));
            case LeftAgainstAdvice told -> facts.with(facts.given().reopening(told));
            case ConsentSigned _,
                    EligibilityDecided _,
                    ContraindicationRecorded _,
                    RemsEnrolmentRecorded _,
                    DoseOrdered _,
                    OverrideGiven _ -> facts;
        };
    }

    private static VersionFact version(CourseFacts facts, ProtocolVersionChanged changed, UUID id) {
        return new VersionFact(changed.on(), facts.prescription().under(changed.schedule()), id);
    }

    private static CourseFacts without(CourseFacts facts, RecordVoided voided) {
        return new CourseFacts(
                facts.prescription(),
                facts.given().without(voided),
                facts.decided().without(voided),
                facts.status().without(voided));
    }
}
