package io.upswing.session.view;

import io.upswing.series.SessionFact;
import io.upswing.session.domain.Blocks;
import io.upswing.session.domain.Chart;
import io.upswing.session.domain.Course;
import io.upswing.session.domain.Observation;
import io.upswing.session.domain.Session;
import io.upswing.session.events.SessionEvent.FollowUpRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as it stands: what was given, what comes next and when, what blocks the first dose. */
public record SessionChart(
        UUID sessionId,
        UUID courseId,
        UUID patientId,
        UUID siteId,
        LocalDate treatmentDate,
        @Nullable UUID appointmentId,
        SessionState state,
        Care care,
        @Nullable BigDecimal orderedMg,
        BigDecimal givenMg,
        SessionFact.Given given,
        @Nullable Boolean counted,
        List<Session.GivenDose> doses,
        @Nullable String lot,
        @Nullable Instant observationEndsAt,
        List<Due> next,
        List<Blocks.Block> blocks,
        List<FollowUpRecorded> followUps) {

    /** The phase of care. */
    public enum Care {
        ARRIVED,
        DOSING,
        OBSERVED,
        OVER
    }

    /** What is due next in this session; {@code at} null: now. */
    public record Due(String what, @Nullable Instant at) {}

    /** {@code today}: at the site; the date that a dose given now would have. */
    public static SessionChart of(
            Chart chart, Course course, Session session, LocalDate today, @Nullable LocalDate birthDate) {
        var entry = CourseSession.of(course, session);
        var care = careOf(session, entry.given());
        var endsAt = session.isRunning() ? Observation.endsAt(course.schedule(session.treatmentDate()), session) : null;
        return new SessionChart(
                session.id(),
                course.id(),
                course.prescribed().patientId(),
                session.siteId(),
                session.treatmentDate(),
                session.appointmentId(),
                entry.state(),
                care,
                Blocks.orderedMg(course, session, birthDate),
                session.givenMg(),
                entry.given(),
                entry.counted(),
                session.doses(),
                session.lot(),
                endsAt,
                next(care, endsAt),
                care == Care.ARRIVED ? Blocks.of(chart, course, session, today, birthDate) : List.of(),
                course.standing(FollowUpRecorded.class)
                        .filter(followUp -> followUp.sessionId().equals(session.id()))
                        .toList());
    }

    private static Care careOf(Session session, SessionFact.Given given) {
        if (!session.isRunning()) {
            return Care.OVER;
        }
        if (session.doses().isEmpty()) {
            return Care.ARRIVED;
        }
        return given == SessionFact.Given.FULL ? Care.OBSERVED : Care.DOSING;
    }

    private static List<Due> next(Care care, @Nullable Instant observationEndsAt) {
        return switch (care) {
            case ARRIVED, DOSING -> List.of(new Due("dose", null));
            case OBSERVED -> List.of(new Due("discharge", observationEndsAt));
            case OVER -> List.of();
        };
    }
}
