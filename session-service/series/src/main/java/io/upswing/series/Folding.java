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
import java.util.List;
import java.util.UUID;

/** From event to fact: what happened to a session is in {@link SessionFolding}, what was decided is sorted in by date. */
final class Folding {
    private Folding() {}

    static CourseFacts fold(CourseFacts facts, OfCourse event, UUID id) {
        return switch (event) {
            case ProtocolPrescribed prescribed ->
                throw new IllegalArgumentException("Course " + prescribed.courseId() + " is prescribed twice");
            case BenefitDecided decided ->
                facts.withBenefits(InOrder.with(facts.benefits(), benefit(decided, id), BenefitFact.ORDER));
            case IntervalDecided decided ->
                facts.withIntervals(InOrder.with(
                        facts.intervals(), new IntervalFact(decided.days(), decided.from(), id), IntervalFact.ORDER));
            case CoursePaused paused ->
                facts.withPauses(InOrder.with(facts.pauses(), new DatedFact(paused.from(), id), DatedFact.ORDER));
            case CourseResumed resumed ->
                facts.withResumptions(
                        InOrder.with(facts.resumptions(), new DatedFact(resumed.on(), id), DatedFact.ORDER));
            case CourseClosed closed ->
                facts.withClosures(InOrder.with(facts.closures(), new DatedFact(closed.on(), id), DatedFact.ORDER));
            case FollowUpRecorded recorded ->
                facts.withFollowUps(InOrder.with(
                        facts.followUps(),
                        new FollowUpFact(recorded.sessionId(), recorded.on(), id),
                        FollowUpFact.ORDER));
            case RecordVoided voided -> without(facts, voided.eventId());
            case CheckedIn checkedIn -> SessionFolding.checkedIn(facts, checkedIn, id);
            case AdministrationRecorded recorded -> SessionFolding.administered(facts, recorded, id);
            case DoseGiven given -> SessionFolding.given(facts, given, id);
            case DoseStopped stopped -> SessionFolding.stopped(facts, stopped, id);
            case PartDoseJudged judged -> SessionFolding.judged(facts, judged, id);
            case SessionCorrected corrected -> SessionFolding.corrected(facts, corrected, id);
            case SessionVoided voided -> SessionFolding.voided(facts, voided);
            case ConsentSigned _,
                    EligibilityDecided _,
                    ContraindicationRecorded _,
                    RemsEnrolmentRecorded _,
                    DoseOrdered _,
                    Discharged _,
                    SessionAborted _,
                    ChecklistRecorded _,
                    VitalsRecorded _,
                    AssessmentRecorded _,
                    AdverseEventRecorded _,
                    OverrideGiven _,
                    LeftAgainstAdvice _,
                    RemsFormRecorded _,
                    ConcurrentTreatmentRecorded _,
                    LapseDecided _,
                    ProtocolVersionChanged _ -> facts;
        };
    }

    private static BenefitFact benefit(BenefitDecided decided, UUID id) {
        return new BenefitFact(
                BenefitFact.Outcome.valueOf(decided.outcome()),
                decided.on(),
                decided.intervalDays(),
                decided.reviewOn(),
                id);
    }

    private static CourseFacts without(CourseFacts facts, UUID voided) {
        return new CourseFacts(
                facts.prescription(),
                facts.sessions(),
                InOrder.without(facts.benefits(), fact -> fact.event().equals(voided)),
                InOrder.without(facts.intervals(), fact -> fact.event().equals(voided)),
                undated(facts.pauses(), voided),
                undated(facts.resumptions(), voided),
                undated(facts.closures(), voided),
                InOrder.without(facts.followUps(), fact -> fact.event().equals(voided)));
    }

    private static List<DatedFact> undated(List<DatedFact> facts, UUID voided) {
        return InOrder.without(facts, fact -> fact.event().equals(voided));
    }
}
