package io.upswing.series;

import io.upswing.series.Standing.Prompt;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R16: PHQ-9 well above the best since the benefit gate was passed, or since the start before that. */
record Worsening(LocalDate since, MeasureFact best, MeasureFact last) {
    private static final String INSTRUMENT = "PHQ9";
    private static final int RISE = 5;

    /** Null while the last score is not that much worse. */
    static @Nullable Worsening of(Situation situation, PatientFacts patient) {
        var since = since(situation);
        var scores = since == null ? null : patient.scores(INSTRUMENT, since, situation.asOf());
        if (since == null || scores == null || scores.isEmpty()) {
            return null;
        }
        var best = Collections.min(scores, Comparator.comparingInt(MeasureFact::points));
        var last = scores.getLast();
        return last.points() - best.points() < RISE ? null : new Worsening(since, best, last);
    }

    private static @Nullable LocalDate since(Situation situation) {
        var passed = situation.progress().passedGates();
        return passed.isEmpty()
                ? situation.progress().day1()
                : passed.getLast().on(situation.asOf()).decidedOn();
    }

    Prompt prompt() {
        var text = "PHQ-9 is " + last.points() + " on " + last.on() + ", " + (last.points() - best.points())
                + " above the best since " + since + ", " + best.points() + " on " + best.on() + ".";
        return Prompts.prompt("WORSENING", text, List.of(best, last));
    }
}
