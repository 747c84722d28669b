package io.upswing.scheduling.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The dates among which a plan is made: up to {@code last}, after which none of its sessions can come; {@code bookable}: the
 * last date that can be booked at all.
 */
record PlanRange(LocalDate from, LocalDate last, LocalDate bookable, ZoneId zone) {
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int DAYS_TO_THE_FIRST = 14;

    static PlanRange of(Outline outline, ZoneId zone, Instant now) {
        var bookable = bookable(zone, now);
        var last = start(outline).plusDays(days(outline));
        return new PlanRange(outline.from(), last.isAfter(bookable) ? bookable : last, bookable, zone);
    }

    /** Today for a day that has passed; refuses one that is too far ahead. */
    static LocalDate from(LocalDate wanted, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        if (wanted.isAfter(bookable(zone, now))) {
            throw new Refused(
                    Refusal.TOO_FAR_AHEAD,
                    "No more than " + BookingCommand.HORIZON.toDays() + " days ahead can be booked.");
        }
        return wanted.isBefore(today) ? today : wanted;
    }

    private static LocalDate bookable(ZoneId zone, Instant now) {
        return now.plus(BookingCommand.HORIZON).atZone(zone).toLocalDate().minusDays(1);
    }

    private static LocalDate start(Outline outline) {
        var start = later(outline.from(), outline.begin());
        return outline.fixed().isEmpty() ? start : later(start, outline.fixed().last());
    }

    /** As far as each session may lie from the one before it, and a week for each full treatment week on the way. */
    private static long days(Outline outline) {
        long days = outline.day1() == null ? DAYS_TO_THE_FIRST : 0;
        for (int i = 0; i < outline.count(); i++) {
            var pace = outline.held(outline.from(), i);
            days += pace == null ? 0 : Math.max(pace.gap().max(), DAYS_OF_A_WEEK);
        }
        return days + (long) DAYS_OF_A_WEEK * outline.fixed().size();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    boolean holds(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(last);
    }
}
