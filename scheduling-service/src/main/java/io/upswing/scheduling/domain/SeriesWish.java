package io.upswing.scheduling.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish for several sessions of a course at once, of which {@code id} makes the ids. {@code count}: null for what the
 * phase still plans. {@code intervals}: days before each visit of an open phase, or between them when there is one fewer;
 * empty for the course's own.
 */
public record SeriesWish(
        UUID id,
        UUID courseId,
        LocalDate from,
        Preference preference,
        @Nullable Integer count,
        List<Integer> intervals,
        @Nullable BigDecimal doseMg) {
    public SeriesWish {
        intervals = List.copyOf(intervals);
    }

    /** The same request makes the same appointments again. */
    static UUID appointmentId(UUID of, int index) {
        return DerivedId.of(of, index);
    }
}
