package io.upswing.scheduling.duecases;

import io.upswing.series.CourseFacts;
import io.upswing.series.MeasureFact;
import io.upswing.series.PatientFacts;
import io.upswing.series.Scores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;

/** R17, of the last score up to a date: {@code from 20: response, remission}; empty without a score. */
final class ScoreMeaning {
    private ScoreMeaning() {}

    static String of(CourseFacts facts, PatientFacts patient, LocalDate asOf) {
        return patient.measures().reversed().stream()
                .filter(measure -> measure.score() != null && !measure.on().isAfter(asOf))
                .findFirst()
                .map(measure -> of(measure, facts, patient, asOf))
                .orElse("");
    }

    private static String of(MeasureFact measure, CourseFacts facts, PatientFacts patient, LocalDate asOf) {
        var baseline =
                Scores.baseline(facts, patient, measure.instrument(), asOf).map(ScoreMeaning::points);
        var found = new ArrayList<String>();
        if (baseline.isPresent() && Scores.response(baseline.get(), points(measure))) {
            found.add("response");
        }
        if (Scores.remissionCutOff(facts, measure.instrument(), asOf)
                .filter(cutOff -> Scores.remission(cutOff, points(measure)))
                .isPresent()) {
            found.add("remission");
        }
        var from = baseline.map(points -> "from " + points).orElse("no baseline");
        return from + ": " + (found.isEmpty() ? "neither" : String.join(", ", found));
    }

    private static int points(MeasureFact measure) {
        return Objects.requireNonNull(measure.score());
    }
}
