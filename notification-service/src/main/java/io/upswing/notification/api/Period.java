package io.upswing.notification.api;

import io.upswing.http.BadInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
            var at = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text)
                            .plusDays(daysLater)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            var year = at.atOffset(ZoneOffset.UTC).getYear();
            if (year < 1900 || year > 2200) {
                throw new BadInput(field, "must be between 1900 and 2200");
            }
            return at;
        } catch (DateTimeException e) {
            throw new BadInput(field, "must be a date such as 2026-03-02, or an instant with offset");
        }
    }
}
