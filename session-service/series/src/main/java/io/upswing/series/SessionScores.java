package io.upswing.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R16: the one score, on the protocol's scale, that tells how a counted session did. No score tells of two sessions. */
final class SessionScores {
    private static final int DAYS_AFTER = 2;

    private final Situation situation;
    private final PatientFacts patient;

    SessionScores(Situation situation, PatientFacts patient) {
        this.situation = situation;
        this.patient = patient;
    }

    /** Of each session that has one later than the baseline: the last from its date to two days after, before the next. */
    List<MeasureFact> after(MeasureFact baseline) {
        var found = new ArrayList<MeasureFact>();
        var counted = situation.progress().counted();
        for (var i = 0; i < counted.size(); i++) {
            var from = counted.get(i).on();
            var score = last(from, until(i, 1));
            if (score != null && MeasureFact.ORDER.compare(score, baseline) > 0) {
                found.add(score);
            }
        }
        return found;
    }

    /** Of one session, from the day before it: what the patient reported for a visit belongs to that visit. */
    @Nullable
    MeasureFact ofVisit(int session) {
        var on = situation.progress().counted().get(session).on();
        return last(on.minusDays(1), until(session, 2));
    }

    private LocalDate until(int session, int daysBeforeNext) {
        var counted = situation.progress().counted();
        var until = counted.get(session).on().plusDays(DAYS_AFTER);
        var next = session + 1 < counted.size()
                ? counted.get(session + 1).on().minusDays(daysBeforeNext)
                : situation.asOf();
        return next.isBefore(until) ? next : until;
    }

    private @Nullable MeasureFact last(LocalDate from, LocalDate to) {
        var scores = patient.scores(situation.progress().prescription().scale(), from, to);
        return scores.isEmpty() ? null : scores.getLast();
    }
}
