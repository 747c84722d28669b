package io.upswing.session.domain;

import io.upswing.series.Decisions;
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

/** What stands before the first dose of a session; what may be overridden stands no more once a prescriber did. */
public final class Blocks {
    private static final String NASAL = "IN";

    private Blocks() {}

    /** One thing that must change, or be overridden, before what it blocks. */
    public record Block(String code, String detail, boolean overridable) {
        static Optional<Block> of(Rule rule, String detail) {
            return Optional.of(new Block(rule.code(), detail, rule.isOverridable()));
        }
    }

    /** All that stands between the session and a first dose {@code on} that date. */
    public static List<Block> of(Visit visit, LocalDate on) {
        return of(visit, on, null);
    }

    /** {@code on}: the date of the dose; after midnight it is not that of the session. */
    static void require(Visit visit, LocalDate on, BigDecimal mg) {
        requireNone(of(visit, on, mg));
    }

    static void requireNone(List<Block> blocks) {
        if (!blocks.isEmpty()) {
            throw Refused.conflict(blocks.getFirst().code(), blocks.getFirst().detail());
        }
    }

    /** Without those that a prescriber took on themselves for this session. */
    static List<Block> standing(Visit visit, Stream<Optional<Block>> blocks) {
        return blocks.flatMap(Optional::stream)
                .filter(block -> !block.overridable() || !visit.records().isOverridden(block.code()))
                .toList();
    }

    private static List<Block> of(Visit visit, LocalDate on, @Nullable BigDecimal mg) {
        var course = visit.course();
        var each = Stream.of(
                consent(course, on),
                enrolment(course, on),
                contraindication(visit.chart(), on),
                dose(visit, mg),
                gate(course, on),
                eligibility(course, on),
                DoseHolds.day1(visit, on, mg),
                DoseHolds.range(visit, mg),
                DoseHolds.safetyTask(visit));
        return standing(visit, Stream.concat(each, DoseHolds.spacing(visit)));
    }

    private static Optional<Block> consent(Course course, LocalDate on) {
        return course.latest(ConsentSigned.class, ConsentSigned::signedOn, on) == null
                ? Block.of(Rule.NO_CONSENT, "No consent was signed by " + on + ".")
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
                : Block.of(Rule.NOT_ENROLLED, "The REMS enrolment was not confirmed by " + on + ".");
    }

    private static Optional<Block> contraindication(Chart chart, LocalDate on) {
        return chart.contraindications(on).stream()
                .filter(ContraindicationRecorded::present)
                .findFirst()
                .flatMap(
                        present -> Block.of(Rule.CONTRAINDICATED, "Contraindication on file: " + present.code() + "."));
    }

    private static Optional<Block> dose(Visit visit, @Nullable BigDecimal mg) {
        var schedule = visit.schedule();
        var ordered = visit.orderedMg();
        var allowed = ordered == null || DoseRules.isAllowed(ordered, schedule);
        return allowed && (mg == null || DoseRules.isAllowedAtOnce(mg, schedule))
                ? Optional.empty()
                : Block.of(Rule.DOSE_NOT_IN_PROTOCOL, DoseRules.allowedDoses(schedule));
    }

    private static Optional<Block> gate(Course course, LocalDate on) {
        return Decisions.dose(course.facts(), on).flatMap(refusal -> Block.of(Rule.GATE_PENDING, refusal.detail()));
    }

    /** The label of esketamine asks for a prescriber's word. */
    private static Optional<Block> eligibility(Course course, LocalDate on) {
        if (!course.schedule(on).route().equals(NASAL)) {
            return Optional.empty();
        }
        var latest = course.latest(EligibilityDecided.class, EligibilityDecided::on, on);
        return latest != null && Eligibility.valueOf(latest.decision()) == Eligibility.ELIGIBLE
                ? Optional.empty()
                : Block.of(Rule.NOT_ELIGIBLE, "No prescriber has found the patient eligible by " + on + ".");
    }
}
