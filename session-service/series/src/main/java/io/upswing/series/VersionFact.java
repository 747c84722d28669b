package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** From a date on the course is held to another version of its protocol: the prescription as it then reads. */
public record VersionFact(LocalDate on, Prescription prescription, UUID event) implements Fact {
    static final Comparator<VersionFact> ORDER =
            Comparator.comparing(VersionFact::on).thenComparing(VersionFact::event);
}
