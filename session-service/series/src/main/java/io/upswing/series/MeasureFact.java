package io.upswing.series;

import io.upswing.session.events.SessionEvent.MeasureRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One score of a patient. {@code courseId}: the course in whose history it is listed; {@code safety}: opens a safety task. */
public record MeasureFact(
        String instrument,
        @Nullable Integer score,
        LocalDate on,
        Instant at,
        boolean safety,
        @Nullable UUID courseId,
        UUID event)
        implements Fact {
    static final Comparator<MeasureFact> ORDER =
            Comparator.comparing(MeasureFact::on).thenComparing(MeasureFact::at).thenComparing(MeasureFact::event);

    static MeasureFact of(MeasureRecorded recorded, UUID id) {
        return new MeasureFact(
                recorded.instrument(),
                recorded.score(),
                recorded.on(),
                recorded.at(),
                recorded.safety(),
                recorded.courseId(),
                id);
    }

    boolean scores(String scale) {
        return score != null && instrument.equals(scale);
    }

    /** Of a measure that has a score. */
    int points() {
        return Objects.requireNonNull(score, instrument);
    }

    /** The instrument as clinicians write it. */
    public String scale() {
        return Instruments.name(instrument);
    }
}
