package io.upswing.session.view;

import io.upswing.eventlog.Recorded;
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
import io.upswing.session.events.SessionEvent.OfCourse;
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
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Folds a batch: what is there is read in two queries, every row is written once. Sets by key. */
final class SessionViewFold {
    private final Courses courses;
    private final Sessions sessions;
    private final ClinicProtocols protocols;
    private final SafetyTaskFold safetyTasks;
    private final Map<UUID, CourseRow> courseRows = new HashMap<>();
    private final Map<UUID, SessionRow> sessionRows = new HashMap<>();

    private SessionViewFold(Courses courses, Sessions sessions, ClinicProtocols protocols, SafetyTaskFold safetyTasks) {
        this.courses = courses;
        this.sessions = sessions;
        this.protocols = protocols;
        this.safetyTasks = safetyTasks;
    }

    static SessionViewFold over(
            Courses courses,
            Sessions sessions,
            ClinicProtocols protocols,
            SafetyTasks tasks,
            List<Recorded<SessionEvent>> events) {
        var ids = events.stream()
                .map(Recorded::event)
                .filter(OfCourse.class::isInstance)
                .map(event -> ((OfCourse) event).courseId())
                .collect(Collectors.toSet());
        var fold = new SessionViewFold(courses, sessions, protocols, SafetyTaskFold.over(tasks, events));
        courses.list("courseId in ?1", ids).forEach(row -> fold.courseRows.put(row.courseId, row));
        sessions.list("courseId in ?1", ids).forEach(row -> fold.sessionRows.put(row.sessionId, row));
        return fold;
    }

    void apply(Recorded<SessionEvent> recorded) {
        switch (recorded.event()) {
            case ProtocolPrescribed prescribed -> put(prescribed, recorded.clinic());
            case CheckedIn in ->
                put(in.courseId(), in.sessionId(), in.siteId(), in.treatmentDate(), SessionState.IN_PROGRESS);
            case AdministrationRecorded entered ->
                put(
                        entered.courseId(),
                        entered.sessionId(),
                        entered.siteId(),
                        entered.treatmentDate(),
                        SessionState.ENTERED);
            case Discharged out -> row(out.sessionId()).state = SessionState.DISCHARGED;
            case SessionAborted off -> row(off.sessionId()).state = SessionState.ABORTED;
            case LeftAgainstAdvice left -> row(left.sessionId()).state = SessionState.LEFT_AGAINST_ADVICE;
            case SessionVoided voided -> row(voided.sessionId()).state = SessionState.VOIDED;
            case SessionCorrected corrected -> {
                var row = row(corrected.sessionId());
                row.treatmentDate = corrected.treatmentDate() == null ? row.treatmentDate : corrected.treatmentDate();
            }
            case MeasureRecorded measure -> safetyTasks.opened(recorded, measure);
            case SafetyTaskClosed closed -> safetyTasks.closed(recorded, closed);
            case RecordVoided voided -> safetyTasks.takenBack(voided);
            case ProtocolPublished published -> protocols.put(recorded.id(), recorded.clinic(), published.protocol());
            case ConsentSigned _,
                    EligibilityDecided _,
                    ContraindicationRecorded _,
                    RemsEnrolmentRecorded _,
                    BenefitDecided _,
                    IntervalDecided _,
                    CoursePaused _,
                    CourseResumed _,
                    CourseClosed _,
                    DoseOrdered _,
                    DoseGiven _,
                    DoseStopped _,
                    PartDoseJudged _,
                    FollowUpRecorded _,
                    ChecklistRecorded _,
                    VitalsRecorded _,
                    AssessmentRecorded _,
                    AdverseEventRecorded _,
                    OverrideGiven _,
                    RemsFormRecorded _,
                    ConcurrentTreatmentRecorded _,
                    LapseDecided _,
                    ProtocolVersionChanged _ -> {}
        }
    }

    private void put(ProtocolPrescribed prescribed, String clinic) {
        var row = courseRows.computeIfAbsent(prescribed.courseId(), id -> new CourseRow());
        row.courseId = prescribed.courseId();
        row.clinic = clinic;
        row.patientId = prescribed.patientId();
        row.siteId = prescribed.siteId();
        courses.persist(row);
    }

    private void put(UUID courseId, UUID sessionId, UUID siteId, LocalDate on, SessionState state) {
        var course = courseRows.get(courseId);
        if (course == null) {
            throw new IllegalStateException("A session of a course that was not prescribed: " + courseId);
        }
        var row = sessionRows.computeIfAbsent(sessionId, id -> new SessionRow());
        row.sessionId = sessionId;
        row.clinic = course.clinic;
        row.courseId = courseId;
        row.patientId = course.patientId;
        row.siteId = siteId;
        row.treatmentDate = on;
        row.state = state;
        sessions.persist(row);
    }

    private SessionRow row(UUID sessionId) {
        var row = sessionRows.get(sessionId);
        if (row == null) {
            throw new IllegalStateException("A record of a session that was not begun: " + sessionId);
        }
        return row;
    }
}
