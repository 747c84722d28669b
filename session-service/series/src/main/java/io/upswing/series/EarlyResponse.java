package io.upswing.series;

import io.upswing.series.Standing.Prompt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R16: infusions that have not helped by a fifth of the baseline, three in a row. */
final class EarlyResponse {
    private static final String ROUTE = "IV";
    private static final int IN_A_ROW = 3;
    private static final int FIFTHS = 5;

    private EarlyResponse() {}

    static @Nullable Prompt of(Situation situation, PatientFacts patient) {
        var progress = situation.progress();
        var prescription = progress.prescription();
        if (!prescription.route().equals(ROUTE)) {
            return null;
        }
        var baseline = Scores.baseline(progress, patient, prescription.scale()).orElse(null);
        if (baseline == null) {
            return null;
        }
        var run = new ArrayList<MeasureFact>();
        for (var score : new SessionScores(situation, patient).after(baseline)) {
            if (improved(baseline, score)) {
                run.clear();
            } else {
                run.add(score);
            }
        }
        return run.size() < IN_A_ROW ? null : prompt(baseline, run.subList(run.size() - IN_A_ROW, run.size()));
    }

    private static boolean improved(MeasureFact baseline, MeasureFact score) {
        return FIFTHS * (baseline.points() - score.points()) >= baseline.points();
    }

    private static Prompt prompt(MeasureFact baseline, List<MeasureFact> run) {
        var points =
                run.stream().map(score -> score.points() + " on " + score.on()).toList();
        var text = baseline.scale() + " improved by less than a fifth of the baseline, " + baseline.points()
                + ", after three sessions in a row: " + String.join(", ", points) + ".";
        var evidence = new ArrayList<MeasureFact>(List.of(baseline));
        evidence.addAll(run);
        return Prompts.prompt("EARLY_NON_IMPROVEMENT", text, evidence);
    }
}
