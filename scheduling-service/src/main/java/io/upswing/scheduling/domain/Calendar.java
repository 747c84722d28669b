package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A site and what stands at it day by day, read a month at once and only where a date is looked at: most plans end long
 * before the last date that they may have.
 */
final class Calendar {
    /** The four weeks that most series take, and some days that they may begin late. */
    private static final int DAYS_AT_ONCE = 31;

    private final Function<Span, Desk> read;
    private final LocalDate from;
    private final ZoneId zone;
    private final Map<Long, Month> known = new HashMap<>();

    /** {@code from}: the first date that is looked at; {@code read}: what is known of the site around a time. */
    Calendar(LocalDate from, ZoneId zone, Function<Span, Desk> read) {
        this.from = from;
        this.zone = zone;
        this.read = read;
    }

    Site site() {
        return monthOf(from).desk().site();
    }

    /** With those on duty who may matter on a date, and what is taken on it. */
    Desk on(LocalDate date) {
        var month = monthOf(date);
        return new Desk(month.desk().site().on(date), month.taken().getOrDefault(date, List.of()), null);
    }

    /** With all that may stand in the way of what starts on these dates, and has begun the day before. */
    Desk between(LocalDate first, LocalDate last) {
        return read.apply(Span.ofDays(first.minusDays(1), last, zone));
    }

    private Month monthOf(LocalDate date) {
        var number = Math.floorDiv(ChronoUnit.DAYS.between(from, date), DAYS_AT_ONCE);
        return known.computeIfAbsent(number, this::read);
    }

    private Month read(long number) {
        var first = from.plusDays(number * DAYS_AT_ONCE);
        return Month.of(between(first, first.plusDays(DAYS_AT_ONCE - 1)));
    }

    /** {@code taken}: on each date what begins, lasts or ends on it. */
    private record Month(Desk desk, Map<LocalDate, List<Occupied>> taken) {
        static Month of(Desk desk) {
            var site = desk.site();
            var taken = new HashMap<LocalDate, List<Occupied>>();
            for (var occupied : desk.taken()) {
                var last = site.dateOf(occupied.slot().end());
                for (var date = site.dateOf(occupied.slot().start()); !date.isAfter(last); date = date.plusDays(1)) {
                    taken.computeIfAbsent(date, day -> new ArrayList<>()).add(occupied);
                }
            }
            return new Month(desk, taken);
        }
    }
}
