package io.upswing.notification.api;

import io.upswing.http.BadInput;
import io.upswing.http.Values;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads the ends of a period: instants, or dates, which are taken whole and in UTC. */
final class Period {
    private static final int DATE_LENGTH = "2026-03-02".length();

    private Period() {}

    static @Nullable Instant from(@Nullable String text) {
        return text == null ? null : read("from", text, 0);
    }

    /** The end is not part of the period; of a date the whole day is. */
    static @Nullable Instant to(@Nullable String text) {
        return text == null ? null : read("to", text, 1);
    }

    private static Instant read(String field, String text, int daysLater) {
        try {
            return text.length() == DATE_LENGTH
                    ? Values.date(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : Values.instant(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, String.valueOf(e.getMessage()));
        }
    }
}
