package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** A clinician closed the safety task that a measure had opened. */
public record SafetyClosure(UUID taskId, LocalDate on, UUID event) implements Fact {
    static final Comparator<SafetyClosure> ORDER =
            Comparator.comparing(SafetyClosure::on).thenComparing(SafetyClosure::event);
}
