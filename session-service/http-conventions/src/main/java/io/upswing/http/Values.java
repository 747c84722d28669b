package io.upswing.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;

/** The values that JSON writes as text, in the one form the contract has for each. */
public final class Values {
    /** Beyond these a date is a slip of the hand, and not every database could hold it. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Pattern DECIMAL_FORM = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    private Values() {}

    static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return UUID.fromString(text);
    }

    static BigDecimal decimal(String text) {
        if (!DECIMAL_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a number such as 56 or 41.2");
        }
        return new BigDecimal(text);
    }

    public static LocalDate date(String text) {
        try {
            return between(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date such as 2026-03-02", e);
        }
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time of day such as 09:00", e);
        }
    }

    public static Instant instant(String text) {
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            between(at.atOffset(ZoneOffset.UTC).toLocalDate());
            return at;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an instant with offset such as 2026-03-02T09:00:00-05:00", e);
        }
    }

    private static LocalDate between(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new IllegalArgumentException("must be between " + FIRST + " and " + LAST);
        }
        return date;
    }
}
