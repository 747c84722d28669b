package io.upswing.session.domain;

import io.upswing.session.domain.Session.End;
import io.upswing.session.domain.Session.GivenDose;
import io.upswing.session.domain.Session.Stop;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** From events to the sessions of a course. */
final class SessionFold {
    private SessionFold() {}

    static Map<UUID, Session> with(Map<UUID, Session> sessions, Happened happened) {
        return switch (happened.event()) {
            case CheckedIn in -> put(sessions, checkedIn(in));
            case AdministrationRecorded entered -> put(sessions, entered(entered));
            case DoseGiven given -> change(sessions, given.sessionId(), session -> session.with(dose(given)));
            case DoseStopped stopped ->
                change(sessions, stopped.sessionId(), session -> session.stopped(stop(stopped)));
            case LeftAgainstAdvice left ->
                change(sessions, left.sessionId(), session -> session.ended(new End.LeftAgainstAdvice(left.at())));
            case Discharged out ->
                change(sessions, out.sessionId(), session -> session.ended(new End.Discharged(out.at())));
            case SessionAborted off ->
                change(sessions, off.sessionId(), session -> session.ended(new End.Aborted(off.at())));
            case SessionCorrected corrected ->
                change(sessions, corrected.sessionId(), session -> corrected(session, corrected));
            case SessionVoided voided ->
                change(sessions, voided.sessionId(), session -> session.ended(new End.Voided()));
            case ProtocolPrescribed _,
                    ConsentSigned _,
                    EligibilityDecided _,
                    ContraindicationRecorded _,
                    RemsEnrolmentRecorded _,
                    BenefitDecided _,
                    IntervalDecided _,
                    CoursePaused _,
                    CourseResumed _,
                    CourseClosed _,
                    DoseOrdered _,
                    PartDoseJudged _,
                    RecordVoided _,
                    FollowUpRecorded _,
                    ChecklistRecorded _,
                    VitalsRecorded _,
                    AssessmentRecorded _,
                    AdverseEventRecorded _,
                    OverrideGiven _,
                    RemsFormRecorded _,
                    ConcurrentTreatmentRecorded _,
                    LapseDecided _,
                    ProtocolVersionChanged _,
                    MeasureRecorded _,
                    SafetyTaskClosed _,
                    ProtocolPublished _ -> sessions;
        };
    }

    private static Session checkedIn(CheckedIn in) {
        return new Session(
                in.sessionId(),
                in.siteId(),
                in.treatmentDate(),
                in.appointmentId(),
                in.doseMg(),
                List.of(),
                null,
                null,
                null,
                new End.Running());
    }

    private static Session entered(AdministrationRecorded entered) {
        return new Session(
                entered.sessionId(),
                entered.siteId(),
                entered.treatmentDate(),
                null,
                null,
                List.of(),
                entered.lot(),
                null,
                null,
                new End.Entered(entered.doseMg(), entered.complete()));
    }

    private static GivenDose dose(DoseGiven given) {
        return new GivenDose(
                given.at(),
                DoseKind.valueOf(given.kind()),
                given.mg(),
                given.completes(),
                given.lot(),
                given.device(),
                given.greenDots());
    }

    private static Stop stop(DoseStopped stopped) {
        return new Stop(stopped.at(), stopped.givenMg(), stopped.wastedMg(), stopped.witness());
    }

    private static Session corrected(Session session, SessionCorrected by) {
        var end = session.end() instanceof End.Entered was && by.complete() != null
                ? new End.Entered(was.doseMg(), by.complete())
                : session.end();
        return new Session(
                session.id(),
                session.siteId(),
                by.treatmentDate() == null ? session.treatmentDate() : by.treatmentDate(),
                session.appointmentId(),
                session.plannedMg(),
                session.doses(),
                by.lot() == null ? session.lot() : by.lot(),
                by.doseMg() == null ? session.correctedMg() : by.doseMg(),
                session.stop(),
                end);
    }

    private static Map<UUID, Session> put(Map<UUID, Session> sessions, Session session) {
        var more = new LinkedHashMap<>(sessions);
        more.put(session.id(), session);
        return more;
    }

    private static Map<UUID, Session> change(Map<UUID, Session> sessions, UUID id, UnaryOperator<Session> change) {
        var session = sessions.get(id);
        if (session == null) {
            throw new IllegalStateException("Nobody began the session " + id);
        }
        return put(sessions, change.apply(session));
    }
}
