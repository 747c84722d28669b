package io.upswing.series;

import io.upswing.session.events.Phase.Open;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** R16: some weeks after an interval was decided, how it works is looked at; a later decision starts anew. */
record Reassessment(IntervalFact decision, LocalDate from) {
    private static final int DAYS_AFTER = 28;
    private static final int OVERDUE_AFTER = 7;

    /** Null without a decision, and once a score with a cut-off in the protocol is dated on or after the day. */
    static @Nullable Reassessment of(Situation situation, PatientFacts patient) {
        var progress = situation.progress();
        var decision = progress.interval();
        if (decision == null || !(progress.phase() instanceof Open)) {
            return null;
        }
        var from = decision.from().plusDays(DAYS_AFTER);
        for (var instrument : progress.prescription().remission().keySet()) {
            if (!patient.scores(instrument, from, situation.asOf()).isEmpty()) {
                return null;
            }
        }
        return new Reassessment(decision, from);
    }

    LocalDate overdueAfter() {
        return from.plusDays(OVERDUE_AFTER);
    }

    String text() {
        return "The interval of " + decision.days() + " days was decided from " + decision.from()
                + "; how it works is looked at from " + from + ".";
    }
}
