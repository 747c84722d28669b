package io.upswing.session.domain;

import io.upswing.series.SessionFact;
import io.upswing.session.domain.SessionCommand.CorrectSession;
import io.upswing.session.domain.SessionCommand.JudgePartDose;
import io.upswing.session.domain.SessionCommand.VoidRecord;
import io.upswing.session.domain.SessionCommand.VoidSession;
import io.upswing.session.events.SessionEvent;
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
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.OfSession;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.PartDoseJudged;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.SessionEvent.ProtocolPublished;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import io.upswing.session.events.SessionEvent.SessionAborted;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import io.upswing.session.events.SessionEvent.SessionVoided;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What sets a record right that was wrong. The wrong record stays in the history. */
final class Amendments {
    private Amendments() {}

    static SessionCorrected correct(CorrectSession command, Visit visit, Occasion occasion) {
        var course = visit.course();
        var session = visit.session();
        requireNotVoided(session);
        occasion.requireNotAfterToday("on", command.on());
        if (Stream.of(command.on(), command.doseMg(), command.complete(), command.counted(), command.lot())
                .allMatch(field -> field == null)) {
            throw Refused.badInput("", "a correction names at least one field");
        }
        requireGiven(command, session);
        return new SessionCorrected(
                course.id(),
                session.id(),
                command.on(),
                command.doseMg(),
                completeness(command, visit),
                command.counted(),
                command.lot(),
                command.reason());
    }

    /** A dose of which nothing was given was given neither in full nor in part: an aborted session would count. */
    private static void requireGiven(CorrectSession command, Session session) {
        var nothing = session.doses().isEmpty() && session.givenMg().signum() == 0 && command.doseMg() == null;
        if (nothing && command.complete() != null) {
            throw Refused.badInput("complete", "no dose was recorded of this session: name its doseMg too");
        }
    }

    /**
     * R1: what was given of a live session is measured against what was ordered, also when it is set right. An infusion is
     * complete by its end, not by its mg.
     */
    private static @Nullable Boolean completeness(CorrectSession command, Visit visit) {
        var measured = command.complete() == null
                && !(visit.session().end() instanceof Session.End.Entered)
                && !DoseKind.INFUSION_END.fits(visit.schedule().route());
        if (!measured || command.doseMg() == null) {
            return command.complete();
        }
        var ordered = visit.orderedMg();
        return ordered == null ? null : (Boolean) (command.doseMg().compareTo(ordered) >= 0);
    }

    static Optional<SessionEvent> takeBack(VoidSession command, Course course, Session session) {
        return session.isVoided()
                ? Optional.empty()
                : Optional.of(new SessionVoided(course.id(), session.id(), command.reason()));
    }

    static PartDoseJudged judge(JudgePartDose command, Course course, Session session) {
        requireNotVoided(session);
        var isPart = course.facts().given().sessions().stream()
                .anyMatch(fact -> fact.id().equals(session.id()) && fact.given() == SessionFact.Given.PART);
        if (!isPart) {
            throw Refused.conflict("not-a-part-dose", "Only a dose that was given in part is judged.");
        }
        return new PartDoseJudged(course.id(), session.id(), command.counted(), command.decidedBy(), command.reason());
    }

    /** What was recorded before there was any course is taken back in whichever course of the patient. */
    static Optional<SessionEvent> takeBack(VoidRecord command, Chart chart, Course course) {
        var record = Stream.concat(course.records().stream(), chart.ofNoCourse().stream())
                .filter(happened -> happened.id().equals(command.eventId()))
                .findFirst()
                .orElseThrow(() -> Refused.noSuch("record"));
        switch (takenBackBy(record.event())) {
            case NOBODY ->
                throw Refused.conflict(
                        "has-own-correction",
                        "A session is corrected or voided itself; a prescription ends by closing.");
            case PRESCRIBER -> {
                if (!command.byPrescriber()) {
                    throw Refused.forbidden("A prescriber's decision is taken back by a prescriber.");
                }
            }
            case NURSE -> {}
        }
        return chart.isVoided(record.id())
                ? Optional.empty()
                : Optional.of(new RecordVoided(course.id(), record.id(), sessionOf(record.event()), command.reason()));
    }

    /** Whoever may record a thing may take it back. */
    private enum Who {
        NURSE,
        PRESCRIBER,
        NOBODY
    }

    private static Who takenBackBy(SessionEvent event) {
        return switch (event) {
            case ConsentSigned _,
                    ContraindicationRecorded _,
                    RemsEnrolmentRecorded _,
                    FollowUpRecorded _,
                    ChecklistRecorded _,
                    VitalsRecorded _,
                    AssessmentRecorded _,
                    AdverseEventRecorded _,
                    ConcurrentTreatmentRecorded _ -> Who.NURSE;
            // With it goes the safety task, which only a clinician closes
            case MeasureRecorded measure -> measure.safety() ? Who.PRESCRIBER : Who.NURSE;
            case EligibilityDecided _,
                    BenefitDecided _,
                    IntervalDecided _,
                    CoursePaused _,
                    CourseResumed _,
                    CourseClosed _,
                    DoseOrdered _,
                    OverrideGiven _,
                    LapseDecided _,
                    ProtocolVersionChanged _,
                    SafetyTaskClosed _ -> Who.PRESCRIBER;
            case ProtocolPrescribed _,
                    AdministrationRecorded _,
                    CheckedIn _,
                    DoseGiven _,
                    DoseStopped _,
                    Discharged _,
                    SessionAborted _,
                    SessionCorrected _,
                    SessionVoided _,
                    PartDoseJudged _,
                    RecordVoided _,
                    LeftAgainstAdvice _,
                    RemsFormRecorded _,
                    ProtocolPublished _ -> Who.NOBODY;
        };
    }

    /** The session whose record it is; null where it is of none. */
    private static @Nullable UUID sessionOf(SessionEvent event) {
        return event instanceof OfSession ofSession ? ofSession.sessionId() : null;
    }

    private static void requireNotVoided(Session session) {
        if (session.isVoided()) {
            throw Refused.conflict("session-voided", "The session was voided.");
        }
    }
}
