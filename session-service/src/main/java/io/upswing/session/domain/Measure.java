package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.MeasureRecorded;
import java.util.Comparator;
import java.util.UUID;

/** A score of the patient as it was recorded; {@code voided}: taken back since. */
public record Measure(UUID id, MeasureRecorded recorded, boolean voided) {
    static final Comparator<Measure> OLDEST_FIRST = Comparator.comparing(
                    (Measure measure) -> measure.recorded().on())
            .thenComparing(measure -> measure.recorded().at())
            .thenComparing(Measure::id);

    boolean opensSafetyTask() {
        return recorded.safety() && !voided;
    }
}
