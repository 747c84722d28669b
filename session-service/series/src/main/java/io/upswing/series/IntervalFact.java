package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** R8: a clinician's decision on the days between sessions of an open phase, in effect from a date. */
public record IntervalFact(int days, LocalDate from, UUID event) implements Fact {
    static final Comparator<IntervalFact> ORDER =
            Comparator.comparing(IntervalFact::from).thenComparing(IntervalFact::event);
}
