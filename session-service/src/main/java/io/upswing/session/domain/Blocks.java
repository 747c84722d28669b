package io.upswing.session.domain;

import io.upswing.series.Decisions;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.ConsentSigned;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.EligibilityDecided;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What law or label puts before the first dose of a session: nobody may override it. */
public final class Blocks {
    private static final String NASAL = "IN";

    private Blocks() {}

    /** One thing that must change before the dose. */
    public record Block(String code, String detail) {}

    /** All that stands between the session and a first dose {@code on} that date. */
    public static List<Block> of(
            Chart chart, Course course, Session session, LocalDate on, @Nullable LocalDate birthDate) {
        return of(chart, course, on, DoseRules.ordered(course, session, birthDate), null);
    }

    /** The mg ordered for the session; null where it depends on a weight. */
    public static @Nullable BigDecimal orderedMg(Course course, Session session, @Nullable LocalDate birthDate) {
        return DoseRules.ordered(course, session, birthDate);
    }

    /** {@code on}: the date of the dose; after midnight it is not that of the session. */
    static void require(Chart chart, Course course, LocalDate on, @Nullable BigDecimal ordered, BigDecimal mg) {
        var blocks = of(chart, course, on, ordered, mg);
        if (!blocks.isEmpty()) {
            throw Refused.conflict(blocks.getFirst().code(), blocks.getFirst().detail());
        }
    }

    private static List<Block> of(
            Chart chart, Course course, LocalDate on, @Nullable BigDecimal ordered, @Nullable BigDecimal mg) {
        return Stream.of(
                        consent(course, on),
                        enrolment(course, on),
                        contraindication(chart, on),
                        dose(course.schedule(on), ordered, mg),
                        gate(course, on),
                        eligibility(course, on))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Block> consent(Course course, LocalDate on) {
        return course.latest(ConsentSigned.class, ConsentSigned::signedOn, on) == null
                ? block("no-consent", "No consent was signed by " + on + ".")
                : Optional.empty();
    }

    /** Inpatients are not enrolled. */
    private static Optional<Block> enrolment(Course course, LocalDate on) {
        if (!course.schedule(on).rems() || Setting.valueOf(course.prescribed().setting()) == Setting.INPATIENT) {
            return Optional.empty();
        }
        var latest = course.latest(RemsEnrolmentRecorded.class, RemsEnrolmentRecorded::on, on);
        return latest != null && Enrolment.valueOf(latest.state()) == Enrolment.CONFIRMED
                ? Optional.empty()
                : block("not-enrolled", "The REMS enrolment was not confirmed by " + on + ".");
    }

    private static Optional<Block> contraindication(Chart chart, LocalDate on) {
        return chart.contraindications(on).stream()
                .filter(ContraindicationRecorded::present)
                .findFirst()
                .flatMap(present -> block("contraindicated", "Contraindication on file: " + present.code() + "."));
    }

    private static Optional<Block> dose(Schedule schedule, @Nullable BigDecimal ordered, @Nullable BigDecimal mg) {
        var allowed = ordered == null || DoseRules.isAllowed(ordered, schedule);
        return allowed && (mg == null || DoseRules.isAllowedAtOnce(mg, schedule))
                ? Optional.empty()
                : block(DoseRules.NOT_IN_PROTOCOL, DoseRules.allowedDoses(schedule));
    }

    private static Optional<Block> gate(Course course, LocalDate on) {
        return Decisions.dose(course.facts(), on).map(refusal -> new Block(refusal.code(), refusal.detail()));
    }

    /** The label of esketamine asks for a prescriber's word. */
    private static Optional<Block> eligibility(Course course, LocalDate on) {
        if (!course.schedule(on).route().equals(NASAL)) {
            return Optional.empty();
        }
        var latest = course.latest(EligibilityDecided.class, EligibilityDecided::on, on);
        return latest != null && Eligibility.valueOf(latest.decision()) == Eligibility.ELIGIBLE
                ? Optional.empty()
                : block("not-eligible", "No prescriber has found the patient eligible by " + on + ".");
    }

    private static Optional<Block> block(String code, String detail) {
        return Optional.of(new Block(code, detail));
    }
}
