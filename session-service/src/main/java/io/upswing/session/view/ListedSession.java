package io.upswing.session.view;

import io.upswing.session.domain.CarePhase;
import io.upswing.session.domain.Due;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A session in a list. Of one that runs also where it is: the phase of care, what is due next, whether any of it is late. */
public record ListedSession(
        UUID sessionId,
        UUID courseId,
        UUID patientId,
        UUID siteId,
        LocalDate treatmentDate,
        SessionState state,
        CarePhase care,
        List<Due> next,
        boolean late) {

    /** {@code entry}: of a session that is over. */
    public static ListedSession over(SessionEntry entry) {
        return new ListedSession(
                entry.sessionId(),
                entry.courseId(),
                entry.patientId(),
                entry.siteId(),
                entry.treatmentDate(),
                entry.state(),
                CarePhase.OVER,
                List.of(),
                false);
    }

    public static ListedSession of(SessionChart chart) {
        return new ListedSession(
                chart.sessionId(),
                chart.courseId(),
                chart.patientId(),
                chart.siteId(),
                chart.treatmentDate(),
                chart.state(),
                chart.care(),
                chart.next(),
                chart.next().stream().anyMatch(Due::late));
    }
}
