package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** A clinician's decision on a course that had lapsed. */
public record LapseFact(Outcome outcome, LocalDate on, UUID event) implements Fact {
    /** RESUME goes on with the course; the other two end it, for a new one that names it. */
    public enum Outcome {
        RESUME,
        REINDUCE,
        STEP_BACK
    }

    static final Comparator<LapseFact> ORDER =
            Comparator.comparing(LapseFact::on).thenComparing(LapseFact::event);

    boolean ends() {
        return switch (outcome) {
            case RESUME -> false;
            case REINDUCE, STEP_BACK -> true;
        };
    }
}
