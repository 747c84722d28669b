package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** A fact of which only the date matters: a pause, a resumption, a closure. */
public record DatedFact(LocalDate on, UUID event) implements Fact {
    static final Comparator<DatedFact> ORDER =
            Comparator.comparing(DatedFact::on).thenComparing(DatedFact::event);
}
