package io.upswing.session.domain;

import io.upswing.session.events.Schedule.BloodPressure;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What the readings of blood pressure prompt: before the dose, at any time, and at the end of observation. */
final class PressurePrompts {
    private PressurePrompts() {}

    static Stream<Prompt> of(Visit visit, Instant at) {
        var care = visit.schedule().care();
        return care == null
                ? Stream.of()
                : Stream.of(
                                high(visit, care.bloodPressure()),
                                urgent(visit, care.bloodPressure()),
                                notDeclining(visit, care.bloodPressure(), at))
                        .flatMap(Optional::stream);
    }

    /** The last reading before the dose speaks. */
    private static Optional<Prompt> high(Visit visit, BloodPressure limits) {
        return visit.vitalsBeforeDose().stream()
                .reduce((earlier, later) -> later)
                .filter(reading -> Pressure.isHigh(limits, reading))
                .map(reading -> Prompt.of(
                        Rule.BP_HIGH,
                        Pressure.words(reading)
                                + ", before the dose: to go on or to wait is a prescriber's decision."));
    }

    private static Optional<Prompt> urgent(Visit visit, BloodPressure limits) {
        return visit.records().vitals().stream()
                .filter(reading -> Pressure.isUrgent(limits, reading))
                .reduce((earlier, later) -> later)
                .map(reading -> Prompt.of(Rule.BP_URGENT, Pressure.words(reading) + ": get help."));
    }

    private static Optional<Prompt> notDeclining(Visit visit, BloodPressure limits, Instant at) {
        return Prompt.when(
                visit.isObservedUntil(at) && Pressure.doesNotDecline(limits, visit.vitalsAfterDose()),
                Rule.BP_NOT_DECLINING,
                "Blood pressure does not decline: go on reading it every " + limits.repeatMinutes() + " minutes.");
    }
}
