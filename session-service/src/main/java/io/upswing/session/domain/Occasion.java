package io.upswing.session.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is handed from outside: the id that its event will have, the present, the zone of the site, and the
 * patient's date of birth where it is known.
 */
public record Occasion(
        UUID eventId, Instant now, ZoneId zone, @Nullable LocalDate birthDate) {

    /** The same at another time. */
    public Occasion at(Instant time) {
        return new Occasion(eventId, time, zone, birthDate);
    }

    public LocalDate today() {
        return dateOf(now);
    }

    /** The treatment date of what happens at that instant. */
    public LocalDate dateOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** A fact cannot be of tomorrow. */
    void requireNotAfterToday(String field, @Nullable LocalDate date) {
        if (date != null && date.isAfter(today())) {
            throw Refused.badInput(field, "must not be after today at the site, " + today());
        }
    }
}
