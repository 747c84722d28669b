package io.upswing.series;

import io.upswing.series.Standing.Prompt;
import io.upswing.session.events.Phase.Open;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * R16: whether the scores since the interval was decided support a longer or a shorter one. Where the protocol lists its
 * intervals, remission supports the longest and anything else the shortest; where it has a range, a week is added or
 * taken off. A decision answers what was scored up to the date from which it holds.
 */
final class IntervalAdvice {
    private static final int WEEK = 7;
    private static final int VISITS = 2;

    private final Situation situation;
    private final PatientFacts patient;
    private final Open open;
    private final int current;

    private IntervalAdvice(Situation situation, PatientFacts patient, Open open, int current) {
        this.situation = situation;
        this.patient = patient;
        this.open = open;
        this.current = current;
    }

    static @Nullable Prompt of(Situation situation, PatientFacts patient) {
        var current = situation.progress().intervalDays();
        if (current == null || !(situation.progress().phase() instanceof Open open)) {
            return null;
        }
        var advice = new IntervalAdvice(situation, patient, open, current);
        return open.allowed().isEmpty() ? advice.byVisits() : advice.byScore();
    }

    private @Nullable Prompt byScore() {
        var since = since();
        var prescription = situation.progress().prescription();
        var cutOff = Scores.cutOff(prescription, prescription.scale());
        var scores =
                since == null ? List.<MeasureFact>of() : patient.scores(prescription.scale(), since, situation.asOf());
        if (cutOff == null || scores.isEmpty()) {
            return null;
        }
        var last = scores.getLast();
        var why = last.scale() + " is " + last.points() + " on " + last.on();
        return Scores.remission(cutOff, last.points())
                ? longer(Collections.max(open.allowed()), why + ", not above " + cutOff, List.of(last))
                : shorter(Collections.min(open.allowed()), why + ", above " + cutOff, List.of(last));
    }

    /** The first day on which a score is not yet answered. */
    private @Nullable LocalDate since() {
        var decision = situation.progress().interval();
        return decision == null
                ? situation.progress().stay().from()
                : decision.from().plusDays(1);
    }

    private @Nullable Prompt byVisits() {
        var since = since();
        var worsening = Worsening.of(situation, patient);
        if (worsening != null && since != null && !worsening.last().on().isBefore(since)) {
            var why = "PHQ-9 rose from " + worsening.best().points() + " to "
                    + worsening.last().points();
            return shorter(current - WEEK, why, List.of(worsening.best(), worsening.last()));
        }
        var well = since == null ? List.<MeasureFact>of() : wellAtTheLastVisits(since);
        return well.size() < VISITS
                ? null
                : longer(current + WEEK, "the last two visits were in remission or response", well);
    }

    private List<MeasureFact> wellAtTheLastVisits(LocalDate since) {
        var counted = situation.progress().counted();
        var scores = new SessionScores(situation, patient);
        var well = new ArrayList<MeasureFact>(VISITS);
        for (var i = Math.max(0, counted.size() - VISITS); i < counted.size(); i++) {
            var score = scores.ofVisit(i);
            if (score != null && !counted.get(i).on().isBefore(since) && isWell(score)) {
                well.add(score);
            }
        }
        return well;
    }

    private boolean isWell(MeasureFact score) {
        var progress = situation.progress();
        var cutOff = Scores.cutOff(progress.prescription(), score.instrument());
        Optional<MeasureFact> baseline = Scores.baseline(progress, patient, score.instrument());
        return (cutOff != null && Scores.remission(cutOff, score.points()))
                || baseline.filter(from -> Scores.response(from.points(), score.points()))
                        .isPresent();
    }

    private @Nullable Prompt longer(int days, String why, List<MeasureFact> scores) {
        return days > current ? suggest("SUGGEST_LONGER", days, why, scores) : null;
    }

    private @Nullable Prompt shorter(int days, String why, List<MeasureFact> scores) {
        return days < current ? suggest("SUGGEST_SHORTER", days, why, scores) : null;
    }

    private @Nullable Prompt suggest(String code, int days, String why, List<MeasureFact> scores) {
        if (Decisions.allowed(open, days).isPresent()) {
            return null;
        }
        var text = "An interval of " + days + " days instead of " + current + " may be considered: " + why + ".";
        return Prompts.prompt(code, text, scores);
    }
}
