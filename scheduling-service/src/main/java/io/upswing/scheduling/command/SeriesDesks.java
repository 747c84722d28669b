package io.upswing.scheduling.command;

import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.view.Sites;
import io.upswing.scheduling.view.Taken;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Lays several days of a site before a decision, and lets their turns come in the order of the days. */
@Singleton
class SeriesDesks {
    private final Sites sites;
    private final Taken taken;

    SeriesDesks(Sites sites, Taken taken) {
        this.sites = sites;
        this.taken = taken;
    }

    ZoneId zone(String clinic, UUID siteId) {
        return sites.zone(clinic, siteId).orElseThrow(Refused::noSuchSite);
    }

    /** What is known of these times; {@code without}: appointments that the decision may do with as it likes. */
    Desk at(String clinic, UUID siteId, List<Span> times, Set<UUID> without, Instant now) {
        var around = new Span(times.getFirst().from(), times.getLast().to());
        var site = sites.forBooking(clinic, siteId, around).orElseThrow(Refused::noSuchSite);
        return new Desk(site, taken.at(siteId, times, without, now), null);
    }

    /** Until the transaction ends nobody else decides about the site. */
    void awaitSite(UUID siteId) {
        taken.awaitTurn(siteId);
    }

    void awaitDays(UUID siteId, Collection<Span> times, ZoneId zone, Instant now) {
        var days = new TreeSet<LocalDate>();
        times.forEach(time -> days.add(time.from().atZone(zone).toLocalDate()));
        taken.awaitTurn(siteId, days, zone, now);
    }
}
