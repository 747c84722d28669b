package io.upswing.session.domain;

import io.upswing.series.Decisions;
import io.upswing.series.MeasureFact;
import io.upswing.series.PatientFacts;
import io.upswing.session.domain.Blocks.Block;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds a first dose until a prescriber overrides it. */
final class DoseHolds {
    private DoseHolds() {}

    /** The label's dose of the first session. */
    static Optional<Block> day1(Visit visit, LocalDate on, @Nullable BigDecimal mg) {
        var allowed = DoseRules.day1(visit.schedule(), on, visit.birthDate());
        if (allowed.isEmpty()
                || visit.course().standing(visit.chart().patient(), on).day1() != null) {
            return Optional.empty();
        }
        var device = visit.schedule().doses().deviceMg();
        var atOnce = mg == null || (device != null && device.compareTo(mg) == 0) ? null : mg;
        return Stream.of(Optional.ofNullable(visit.orderedMg()), Optional.ofNullable(atOnce))
                .flatMap(Optional::stream)
                .filter(dose -> allowed.stream().noneMatch(label -> label.compareTo(dose) == 0))
                .findFirst()
                .flatMap(dose -> Block.of(
                        Rule.DAY1_DOSE,
                        "The label's first dose is " + allowed.getFirst().toPlainString() + " mg, not "
                                + dose.toPlainString() + "."));
    }

    /** A range of mg per kg, by the order and by what is to be given of the weight that is known. */
    static Optional<Block> range(Visit visit, @Nullable BigDecimal mg) {
        var doses = visit.schedule().doses();
        if (doses.min() == null || doses.max() == null) {
            return Optional.empty();
        }
        var min = doses.min();
        var max = doses.max();
        return Stream.of(orderedPerKg(visit), perKg(visit.weight(), mg))
                .flatMap(Optional::stream)
                .filter(perKg -> perKg.compareTo(min) < 0 || perKg.compareTo(max) > 0)
                .findFirst()
                .flatMap(perKg -> Block.of(
                        Rule.DOSE_RANGE,
                        perKg.toPlainString() + " mg/kg is not within " + min.toPlainString() + " to "
                                + max.toPlainString() + "."));
    }

    private static Optional<BigDecimal> orderedPerKg(Visit visit) {
        var ordered = visit.ordered();
        return ordered != null && ordered.mgPerKg() != null
                ? Optional.of(ordered.mgPerKg())
                : perKg(visit.weight(), ordered == null ? null : ordered.mg());
    }

    private static Optional<BigDecimal> perKg(@Nullable Weight weight, @Nullable BigDecimal mg) {
        return weight == null || mg == null ? Optional.empty() : Optional.of(weight.mgPerKg(mg));
    }

    /** R4: a dose that would be flagged as too soon, or over the week's cap, on the date on which the session counts. */
    static Stream<Optional<Block>> spacing(Visit visit) {
        return Decisions.spacing(visit.course().facts(), visit.session().treatmentDate()).stream()
                .map(refusal -> Block.of(Rule.of(refusal.code()).orElseThrow(), refusal.detail()));
    }

    /** The next session waits for a clinician to close what an answer has opened. */
    static Optional<Block> safetyTask(Visit visit) {
        var patient = visit.chart().patient();
        return patient.measures().stream()
                .filter(measure -> measure.safety() && isOpen(measure, patient))
                .findFirst()
                .flatMap(measure -> Block.of(
                        Rule.SAFETY_TASK,
                        "The answers to " + measure.scale() + " of " + measure.on()
                                + " opened a safety task that no clinician has closed."));
    }

    private static boolean isOpen(MeasureFact measure, PatientFacts patient) {
        return patient.closures().stream().noneMatch(closure -> Objects.equals(closure.taskId(), measure.event()));
    }
}
