package io.upswing.series;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** R14: the end of a course, {@code from} the first decision or closure that ended it. Once over, it stays over. */
record End(Standing.State state, LocalDate from, UUID event) {
    static @Nullable End on(LocalDate day, CourseFacts facts) {
        End end = null;
        for (var benefit : facts.decided().benefits()) {
            if (benefit.ends() && !benefit.on().isAfter(day)) {
                end = and(end, stateAfter(benefit), benefit.on(), benefit.event());
            }
        }
        for (var lapse : facts.decided().lapses()) {
            if (lapse.ends() && !lapse.on().isAfter(day)) {
                end = and(end, Standing.State.STOPPED, lapse.on(), lapse.event());
            }
        }
        for (var closure : facts.status().closures()) {
            if (!closure.on().isAfter(day)) {
                end = and(end, Standing.State.STOPPED, closure.on(), closure.event());
            }
        }
        return end;
    }

    private static Standing.State stateAfter(BenefitFact benefit) {
        return benefit.outcome() == BenefitFact.Outcome.STOP ? Standing.State.STOPPED : Standing.State.COMPLETED;
    }

    /** Whatever else ended the course, a stop says how it ended. */
    private static End and(@Nullable End end, Standing.State state, LocalDate on, UUID event) {
        if (end == null) {
            return new End(state, on, event);
        }
        var from = on.isBefore(end.from) ? on : end.from;
        var says = state == Standing.State.STOPPED && end.state != Standing.State.STOPPED;
        return says ? new End(state, from, event) : new End(end.state, from, end.event);
    }
}
