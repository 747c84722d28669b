package io.upswing.series;

import io.upswing.session.events.Phase.Open;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** R8: the first choice of an interval in an open phase that starts with a default. It blocks nothing. */
final class FrequencyGate {
    private static final int DAYS_TO_DECIDE = 7;

    private FrequencyGate() {}

    /** Null in a phase without such a gate. */
    static @Nullable Gate on(LocalDate day, Progress progress) {
        if (!(progress.phase() instanceof Open open) || open.defaultInterval() == null) {
            return null;
        }
        var opens = progress.stay().from() == null
                ? progress.day1()
                : progress.stay().from();
        var due = opens == null ? null : opens.plusDays(DAYS_TO_DECIDE);
        var decided = progress.firstOpenInterval();
        if (decided == null) {
            return new Gate(Gate.FREQUENCY, Gate.undecided(opens, due, day), opens, due, null, null);
        }
        var outcome = decided.days() + " days";
        return new Gate(Gate.FREQUENCY, Gate.State.DECIDED, opens, due, outcome, decided.from());
    }
}
