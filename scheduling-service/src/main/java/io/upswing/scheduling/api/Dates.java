package io.upswing.scheduling.api;

import io.upswing.http.BadInput;
import io.upswing.http.Values;
import io.upswing.scheduling.domain.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Times at a site as callers write them. */
final class Dates {
    /** Before anything and after everything that a date may be. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Dates() {}

    /** Both days included; what is not said is without limit. */
    static Span within(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        return Span.ofDays(from == null ? FIRST : from, to == null ? LAST : to, zone);
    }

    /** From instants or from dates, of which each means the whole day. */
    static Span within(String from, String to, ZoneId zone) {
        var span = new Span(
                read("from", from, date -> Span.ofDay(date, zone).from()),
                read("to", to, date -> Span.ofDay(date, zone).to()));
        requireOrder(span.from(), span.to());
        return span;
    }

    static void requireOrder(Instant from, Instant to) {
        requireWholeMinute("from", from);
        requireWholeMinute("to", to);
        if (!from.isBefore(to)) {
            throw new BadInput("to", "must be after from");
        }
    }

    private static void requireWholeMinute(String field, Instant at) {
        if (!at.equals(at.truncatedTo(ChronoUnit.MINUTES))) {
            throw new BadInput(field, "must be a whole minute");
        }
    }

    private static Instant read(String field, String text, Function<LocalDate, Instant> ofDate) {
        try {
            return text.contains("T") ? Values.instant(text) : ofDate.apply(Values.date(text));
        } catch (IllegalArgumentException e) {
            throw new BadInput(field, String.valueOf(e.getMessage()));
        }
    }
}
