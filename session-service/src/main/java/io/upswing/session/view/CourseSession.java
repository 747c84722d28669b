package io.upswing.session.view;

import io.upswing.series.SessionFact;
import io.upswing.session.domain.Course;
import io.upswing.session.domain.Session;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session in its course. {@code given}: NONE, PART or FULL; {@code counted}: a clinician's word on a part dose. */
public record CourseSession(
        UUID sessionId,
        LocalDate treatmentDate,
        SessionState state,
        BigDecimal givenMg,
        SessionFact.Given given,
        @Nullable Boolean counted) {

    static final Comparator<CourseSession> BY_DATE =
            Comparator.comparing(CourseSession::treatmentDate).thenComparing(CourseSession::sessionId);

    static CourseSession of(Course course, Session session) {
        var fact = course.facts().given().sessions().stream()
                .filter(each -> each.id().equals(session.id()))
                .findFirst();
        return new CourseSession(
                session.id(),
                session.treatmentDate(),
                SessionState.of(session),
                session.givenMg(),
                fact.map(SessionFact::given).orElse(SessionFact.Given.NONE),
                fact.map(SessionFact::counted).orElse(null));
    }
}
