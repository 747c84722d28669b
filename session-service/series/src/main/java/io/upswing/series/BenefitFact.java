package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** R6: a clinician's decision at a benefit gate. Applied by date, on one date in the order of {@link Outcome}. */
public record BenefitFact(
        Outcome outcome,
        LocalDate on,
        @Nullable Integer intervalDays,
        @Nullable LocalDate reviewOn,
        UUID event) implements Fact {
    /** In the order in which decisions of one date apply. */
    public enum Outcome {
        EXTEND,
        CONTINUE,
        COMPLETE,
        STOP
    }

    static final Comparator<BenefitFact> ORDER = Comparator.comparing(BenefitFact::on)
            .thenComparing(BenefitFact::outcome)
            .thenComparing(BenefitFact::event);

    public BenefitFact {
        if (outcome == Outcome.EXTEND && reviewOn == null) {
            throw new IllegalArgumentException("EXTEND needs a date of review");
        }
    }

    boolean ends() {
        return outcome == Outcome.COMPLETE || outcome == Outcome.STOP;
    }
}
