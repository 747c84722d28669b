package io.upswing.session.view;

import io.upswing.series.Flag;
import io.upswing.series.Gate;
import io.upswing.series.Next;
import io.upswing.series.Standing;
import io.upswing.session.domain.Chart;
import io.upswing.session.domain.Course;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.Dose;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course as it stands: what was prescribed, what is on file, where the series is. */
public record CourseChart(
        UUID courseId,
        UUID patientId,
        UUID siteId,
        Standing.ProtocolRef protocol,
        String pattern,
        LocalDate prescribedOn,
        String prescriberId,
        String indication,
        @Nullable Dose dose,
        String setting,
        @Nullable UUID continues,
        LocalDate asOf,
        Standing.State state,
        String phase,
        int given,
        @Nullable Integer planned,
        int givenInTotal,
        @Nullable Next next,
        List<Gate> gates,
        @Nullable Integer intervalDays,
        @Nullable LocalDate lapsesOn,
        List<Flag> flags,
        List<ConsentSigned> consents,
        List<EligibilityDecided> eligibility,
        List<ContraindicationRecorded> contraindications,
        List<RemsEnrolmentRecorded> remsEnrolment,
        List<DoseOrdered> doseOrders,
        List<BenefitDecided> benefitDecisions,
        List<IntervalDecided> intervals,
        List<CoursePaused> pauses,
        List<CourseResumed> resumptions,
        List<CourseClosed> closures,
        List<ConcurrentTreatmentRecorded> concurrentTreatments,
        List<LapseDecided> lapseDecisions,
        List<VersionChange> protocolVersions,
        List<CourseSession> sessions) {

    /** A prescriber moved the course to another version of its protocol; the version itself is in the history. */
    public record VersionChange(int version, LocalDate on, String decidedBy) {
        static VersionChange of(ProtocolVersionChanged changed) {
            return new VersionChange(changed.protocolVersion(), changed.on(), changed.decidedBy());
        }
    }

    public static CourseChart of(Chart chart, Course course, LocalDate asOf) {
        var prescribed = course.prescribed();
        var standing = course.standing(chart.patient(), asOf);
        return new CourseChart(
                course.id(),
                prescribed.patientId(),
                prescribed.siteId(),
                standing.protocol(),
                prescribed.pattern(),
                prescribed.prescribedOn(),
                prescribed.prescriberId(),
                prescribed.indication(),
                prescribed.dose(),
                prescribed.setting(),
                prescribed.continues(),
                asOf,
                standing.state(),
                standing.phase(),
                standing.given(),
                standing.planned(),
                standing.givenInTotal(),
                standing.next(),
                standing.gates(),
                standing.intervalDays(),
                standing.lapsesOn(),
                standing.flags(),
                course.standing(ConsentSigned.class).toList(),
                course.standing(EligibilityDecided.class).toList(),
                course.standing(ContraindicationRecorded.class).toList(),
                course.standing(RemsEnrolmentRecorded.class).toList(),
                course.standing(DoseOrdered.class).toList(),
                course.standing(BenefitDecided.class).toList(),
                course.standing(IntervalDecided.class).toList(),
                course.standing(CoursePaused.class).toList(),
                course.standing(CourseResumed.class).toList(),
                course.standing(CourseClosed.class).toList(),
                course.standing(ConcurrentTreatmentRecorded.class).toList(),
                course.standing(LapseDecided.class).toList(),
                course.standing(ProtocolVersionChanged.class)
                        .map(VersionChange::of)
                        .toList(),
                course.sessions().values().stream()
                        .map(session -> CourseSession.of(course, session))
                        .sorted(CourseSession.BY_DATE)
                        .toList());
    }
}
