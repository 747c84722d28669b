package io.upswing.scheduling.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A time to come on a chair that an appointment gave up. {@code zone}: the site's; {@code givenUpBy}: whose it was, to
 * whom it is not offered again.
 */
public record Vacancy(UUID id, String clinic, UUID siteId, ZoneId zone, UUID chairId, Instant start, UUID givenUpBy) {
    /** The date at the site. */
    public LocalDate date() {
        return local(start).toLocalDate();
    }

    /** In the time of the site. */
    LocalDateTime local(Instant at) {
        return at.atZone(zone).toLocalDateTime();
    }
}
