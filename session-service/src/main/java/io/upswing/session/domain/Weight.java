package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The patient's weight: the one thing that a checklist says of the patient and not only of the session. */
public record Weight(BigDecimal kg, LocalDate on, Instant at) {
    private static final int DECIMALS = 3;

    /** The latest that was known by the day of the session, whichever session or course it was taken in. */
    static @Nullable Weight latest(Chart chart, Session session) {
        return chart.courses().values().stream()
                .flatMap(Weight::of)
                .filter(weight -> !weight.on().isAfter(session.treatmentDate()))
                .max(Comparator.comparing(Weight::at))
                .orElse(null);
    }

    private static Stream<Weight> of(Course course) {
        return course.standing(ChecklistRecorded.class)
                .flatMap(checklist ->
                        of(checklist, course.session(checklist.sessionId()).orElseThrow()).stream());
    }

    /** What was recorded of a session that did not take place may be another patient's. */
    private static Optional<Weight> of(ChecklistRecorded checklist, Session session) {
        return checklist.weightKg() == null || session.isVoided()
                ? Optional.empty()
                : Optional.of(new Weight(checklist.weightKg(), session.treatmentDate(), checklist.at()));
    }

    /** To a thousandth of a mg, as doses are recorded. */
    BigDecimal mg(BigDecimal mgPerKg) {
        return mgPerKg.multiply(kg).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    BigDecimal mgPerKg(BigDecimal mg) {
        return mg.divide(kg, DECIMALS, RoundingMode.HALF_UP);
    }

    long daysOld(LocalDate on) {
        return ChronoUnit.DAYS.between(this.on, on);
    }
}
