package io.upswing.series;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** R6, R8: a point that only a clinician's decision passes ({@code benefit}) or settles ({@code frequency}). */
public record Gate(
        String id,
        State state,
        @Nullable LocalDate opensOn,
        @Nullable LocalDate dueOn,
        @Nullable String outcome,
        @Nullable LocalDate decidedOn) {
    static final String BENEFIT = "benefit";
    static final String FREQUENCY = "frequency";

    /** OVERDUE: open, and its due date has passed. */
    public enum State {
        NOT_OPEN,
        OPEN,
        OVERDUE,
        DECIDED
    }

    boolean awaitsDecision() {
        return state == State.OPEN || state == State.OVERDUE;
    }

    /** The state of an undecided gate on {@code day}. */
    static State undecided(@Nullable LocalDate opensOn, @Nullable LocalDate dueOn, LocalDate day) {
        if (opensOn == null || day.isBefore(opensOn)) {
            return State.NOT_OPEN;
        }
        return dueOn != null && day.isAfter(dueOn) ? State.OVERDUE : State.OPEN;
    }
}
