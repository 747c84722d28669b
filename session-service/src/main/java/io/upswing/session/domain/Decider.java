package io.upswing.session.domain;

import io.upswing.session.domain.SessionCommand.AbortSession;
import io.upswing.session.domain.SessionCommand.ChangeVersion;
import io.upswing.session.domain.SessionCommand.CheckIn;
import io.upswing.session.domain.SessionCommand.CloseCourse;
import io.upswing.session.domain.SessionCommand.CloseSafetyTask;
import io.upswing.session.domain.SessionCommand.CorrectSession;
import io.upswing.session.domain.SessionCommand.DecideBenefit;
import io.upswing.session.domain.SessionCommand.DecideEligibility;
import io.upswing.session.domain.SessionCommand.DecideInterval;
import io.upswing.session.domain.SessionCommand.DecideLapse;
import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.domain.SessionCommand.GiveOverride;
import io.upswing.session.domain.SessionCommand.JudgePartDose;
import io.upswing.session.domain.SessionCommand.LeaveAgainstAdvice;
import io.upswing.session.domain.SessionCommand.OrderDose;
import io.upswing.session.domain.SessionCommand.PauseCourse;
import io.upswing.session.domain.SessionCommand.Prescribe;
import io.upswing.session.domain.SessionCommand.RecordAdministration;
import io.upswing.session.domain.SessionCommand.RecordAdverseEvent;
import io.upswing.session.domain.SessionCommand.RecordAssessment;
import io.upswing.session.domain.SessionCommand.RecordChecklist;
import io.upswing.session.domain.SessionCommand.RecordConcurrentTreatment;
import io.upswing.session.domain.SessionCommand.RecordContraindication;
import io.upswing.session.domain.SessionCommand.RecordFollowUp;
import io.upswing.session.domain.SessionCommand.RecordMeasure;
import io.upswing.session.domain.SessionCommand.RecordRemsEnrolment;
import io.upswing.session.domain.SessionCommand.RecordRemsForm;
import io.upswing.session.domain.SessionCommand.RecordVitals;
import io.upswing.session.domain.SessionCommand.ResumeCourse;
import io.upswing.session.domain.SessionCommand.SignConsent;
import io.upswing.session.domain.SessionCommand.StopDose;
import io.upswing.session.domain.SessionCommand.VoidRecord;
import io.upswing.session.domain.SessionCommand.VoidSession;
import io.upswing.session.events.SessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a command leads to, given all that was recorded of the patient: at most one event, or a refusal. Facts are only
 * refused where they cannot be true; decisions are held to the rules.
 */
public final class Decider {
    /** Clocks differ; a record from further ahead is a slip of the hand. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private Decider() {}

    /** @return empty where what is asked for is already so */
    public static Optional<SessionEvent> decide(SessionCommand command, Chart chart, Occasion occasion) {
        requireNotAhead(command.at(), occasion.now());
        return switch (command) {
            case Prescribe prescribe -> Optional.of(Prescribing.prescribe(prescribe, chart, occasion));
            case SessionCommand.OfCourse ofCourse -> decide(ofCourse, chart, occasion);
            case SessionCommand.OfSession ofSession -> decide(ofSession, chart, occasion);
            case SessionCommand.OfPatient ofPatient -> decide(ofPatient, chart, occasion);
        };
    }

    static void requireNotAhead(Instant at, Instant now) {
        if (at.isAfter(now.plus(AHEAD))) {
            throw Refused.badInput("at", "must not be more than 5 minutes ahead");
        }
    }

    private static Optional<SessionEvent> decide(SessionCommand.OfPatient command, Chart chart, Occasion occasion) {
        return switch (command) {
            case RecordMeasure record -> Optional.of(Measures.record(record, chart, occasion));
            case CloseSafetyTask close -> Safety.close(close, chart, occasion);
        };
    }

    private static Optional<SessionEvent> decide(SessionCommand.OfCourse command, Chart chart, Occasion occasion) {
        var course = chart.course(command.courseId());
        return switch (command) {
            case OrderDose order -> Optional.of(Papers.order(order, course));
            case SignConsent sign -> Optional.of(Papers.consent(sign, occasion));
            case DecideEligibility decide -> Optional.of(Papers.eligibility(decide, occasion));
            case RecordContraindication record -> Optional.of(Papers.contraindication(record, occasion));
            case RecordRemsEnrolment record -> Optional.of(Papers.enrolment(record, course, occasion));
            case DecideBenefit decide -> Optional.of(CourseDecisions.benefit(decide, course, occasion));
            case DecideInterval decide -> Optional.of(CourseDecisions.interval(decide, course));
            case PauseCourse pause -> Optional.of(CourseDecisions.pause(pause, course));
            case ResumeCourse resume -> Optional.of(CourseDecisions.resume(resume, course));
            case CloseCourse close -> Optional.of(CourseDecisions.close(close, course));
            case RecordConcurrentTreatment record -> Optional.of(Papers.concurrentTreatment(record, occasion));
            case DecideLapse decide -> Optional.of(CourseDecisions.lapse(decide, course, occasion));
            case ChangeVersion change -> CourseDecisions.version(change, course, occasion);
            case RecordAdministration record -> Optional.of(LiveSession.administration(record, course, occasion));
            case CheckIn checkIn -> Optional.of(LiveSession.checkIn(checkIn, course, occasion));
            case VoidRecord takeBack -> Amendments.takeBack(takeBack, chart, course);
        };
    }

    private static Optional<SessionEvent> decide(SessionCommand.OfSession command, Chart chart, Occasion occasion) {
        var course = chart.courseOfSession(command.sessionId());
        var session = course.session(command.sessionId()).orElseThrow();
        var visit = Visit.of(chart, course, session, occasion.birthDate());
        return switch (command) {
            case RecordChecklist record -> Optional.of(Bedside.checklist(record, course, session, occasion));
            case RecordVitals record -> Optional.of(Bedside.vitals(record, course, session, occasion));
            case GiveDose give -> Optional.of(Dosing.give(give, visit, occasion));
            case StopDose stop -> Optional.of(Dosing.stop(stop, visit, occasion));
            case RecordAssessment record -> Optional.of(Bedside.assessment(record, course, session, occasion));
            case RecordAdverseEvent record -> Optional.of(Bedside.adverseEvent(record, course, session, occasion));
            case GiveOverride give -> Optional.of(Bedside.override(give, course, session, occasion));
            case Discharge discharge -> LiveSession.discharge(discharge, visit, occasion);
            case AbortSession abort -> LiveSession.abort(abort, course, session, occasion);
            case LeaveAgainstAdvice leave -> LiveSession.left(leave, course, session, occasion);
            case CorrectSession correct -> Optional.of(Amendments.correct(correct, visit, occasion));
            case VoidSession takeBack -> Amendments.takeBack(takeBack, course, session);
            case JudgePartDose judge -> Optional.of(Amendments.judge(judge, course, session));
            case RecordFollowUp record -> Optional.of(LiveSession.followUp(record, course, session, occasion));
            case RecordRemsForm record -> RemsForms.record(record, course, session, occasion);
        };
    }
}
