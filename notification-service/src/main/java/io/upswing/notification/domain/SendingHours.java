package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a patient may be written to, in their own time; the closing hour itself is too late. */
public record SendingHours(LocalTime opens, LocalTime closes) {

    public boolean contain(Instant at, ZoneId zone) {
        var time = at.atZone(zone).toLocalTime();
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    /** The instant itself where it may be, otherwise the next opening. */
    public Instant next(Instant at, ZoneId zone) {
        if (contain(at, zone)) {
            return at;
        }
        var local = at.atZone(zone);
        return local.toLocalTime().isBefore(opens)
                ? opening(local.toLocalDate(), local)
                : opening(local.toLocalDate().plusDays(1), local);
    }

    /** With the offset of now where an hour comes twice, so that the opening is never in the past. */
    private Instant opening(LocalDate date, ZonedDateTime now) {
        return ZonedDateTime.ofLocal(date.atTime(opens), now.getZone(), now.getOffset())
                .toInstant();
    }
}
