package io.upswing.session.view;

import io.upswing.session.domain.Measure;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A score as it was recorded. {@code itemised}: the answers are known, not only the total; {@code safetyTask}: the task
 * that they opened; {@code voided}: taken back since.
 */
public record MeasureEntry(
        UUID id,
        @Nullable UUID courseId,
        String instrument,
        @Nullable List<Integer> answers,
        boolean itemised,
        @Nullable Integer score,
        @Nullable String band,
        LocalDate on,
        Instant at,
        @Nullable Integer baseline,
        @Nullable Boolean response,
        @Nullable Boolean remission,
        @Nullable Integer remissionCutOff,
        @Nullable UUID safetyTask,
        boolean voided) {

    public static MeasureEntry of(Measure measure) {
        var recorded = measure.recorded();
        return new MeasureEntry(
                measure.id(),
                recorded.courseId(),
                recorded.instrument(),
                recorded.answers(),
                recorded.answers() != null,
                recorded.score(),
                recorded.band(),
                recorded.on(),
                recorded.at(),
                recorded.baseline(),
                recorded.response(),
                recorded.remission(),
                recorded.remissionCutOff(),
                recorded.safety() ? measure.id() : null,
                measure.voided());
    }

    /** As it was answered when it was recorded. */
    public static MeasureEntry of(UUID id, MeasureRecorded recorded) {
        return of(new Measure(id, recorded, false));
    }
}
