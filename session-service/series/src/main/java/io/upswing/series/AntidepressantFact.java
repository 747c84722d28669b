package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** Whether the patient takes an oral antidepressant beside the course, from a date on. */
public record AntidepressantFact(boolean taken, LocalDate on, UUID event) implements Fact {
    /** Of one date the record that none is taken is the last: better a question too many than one too few. */
    static final Comparator<AntidepressantFact> ORDER = Comparator.comparing(AntidepressantFact::on)
            .thenComparing(AntidepressantFact::taken, Comparator.reverseOrder())
            .thenComparing(AntidepressantFact::event);
}
