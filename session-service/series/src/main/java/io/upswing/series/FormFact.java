package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** The monitoring form of a session was submitted. */
public record FormFact(UUID sessionId, LocalDate on, UUID event) implements Fact {
    static final Comparator<FormFact> ORDER = Comparator.comparing(FormFact::on).thenComparing(FormFact::event);
}
