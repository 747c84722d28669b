package io.upswing.session.view;

import io.upswing.series.SessionFact;
import io.upswing.session.domain.Blocks;
import io.upswing.session.domain.CarePhase;
import io.upswing.session.domain.Due;
import io.upswing.session.domain.InfusionPlan;
import io.upswing.session.domain.Leaving;
import io.upswing.session.domain.Observation;
import io.upswing.session.domain.Prompt;
import io.upswing.session.domain.Prompts;
import io.upswing.session.domain.Session;
import io.upswing.session.domain.Timetable;
import io.upswing.session.domain.Visit;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it stands: what was recorded, what is due next and when, what blocks the next step (the first dose, later
 * the discharge), what prompts. {@code observationEndsAt} null: it is over, or its end is not known.
 */
public record SessionChart(
        UUID sessionId,
        UUID courseId,
        UUID patientId,
        UUID siteId,
        LocalDate treatmentDate,
        @Nullable UUID appointmentId,
        SessionState state,
        CarePhase care,
        @Nullable BigDecimal orderedMg,
        BigDecimal givenMg,
        @Nullable BigDecimal wastedMg,
        SessionFact.Given given,
        @Nullable Boolean counted,
        List<Session.GivenDose> doses,
        Session.@Nullable Stop stop,
        @Nullable String lot,
        @Nullable InfusionPlan infusion,
        @Nullable Instant observationEndsAt,
        @Nullable Observation observation,
        List<Due> next,
        List<Blocks.Block> blocks,
        List<Prompt> prompts,
        @Nullable ChecklistChart checklist,
        List<VitalsRecorded> vitals,
        List<AssessmentRecorded> assessments,
        List<AdverseEventRecorded> adverseEvents,
        List<OverrideGiven> overrides,
        List<FollowUpRecorded> followUps) {

    /** {@code today}: at the site; the date that a dose given now would have. */
    public static SessionChart of(Visit visit, Instant now, LocalDate today) {
        var course = visit.course();
        var session = visit.session();
        var entry = CourseSession.of(course, session);
        var stop = session.stop();
        var observation = Observation.of(visit);
        var records = visit.records();
        return new SessionChart(
                session.id(),
                course.id(),
                course.prescribed().patientId(),
                session.siteId(),
                session.treatmentDate(),
                session.appointmentId(),
                entry.state(),
                visit.care(),
                visit.orderedMg(),
                session.givenMg(),
                stop == null ? null : stop.wastedMg(),
                entry.given(),
                entry.counted(),
                session.doses(),
                stop,
                session.lot(),
                InfusionPlan.of(visit),
                observation != null && session.isRunning() ? observation.endsAt() : null,
                observation,
                Timetable.next(visit, now),
                blocks(visit, now, today),
                Prompts.of(visit, now),
                ChecklistChart.of(visit, now),
                records.vitals(),
                records.assessments(),
                records.adverseEvents(),
                records.overrides(),
                course.standing(FollowUpRecorded.class)
                        .filter(followUp -> followUp.sessionId().equals(session.id()))
                        .toList());
    }

    private static List<Blocks.Block> blocks(Visit visit, Instant now, LocalDate today) {
        return switch (visit.care()) {
            case ARRIVED -> Blocks.of(visit, today);
            case DOSING, OBSERVED -> Leaving.blocks(visit, now, true);
            case OVER -> List.of();
        };
    }
}
