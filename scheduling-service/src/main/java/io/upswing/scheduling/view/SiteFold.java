package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import jakarta.inject.Singleton;
import java.util.List;

/** From scheduling events to sites and chairs: a handful in a clinic's life, so one statement each. */
@Singleton
class SiteFold {
    private final Sql sql;

    SiteFold(Sql sql) {
        this.sql = sql;
    }

    void apply(List<Recorded<SchedulingEvent>> events) {
        for (var recorded : events) {
            if (recorded.event() instanceof OfSite event) {
                put(event, recorded.clinic());
            }
        }
    }

    private void put(OfSite event, String clinic) {
        switch (event) {
            case SiteOpened opened ->
                sql.update(
                        "insert into site (site_id, clinic, name, time_zone, hours, certified_rems)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        opened.siteId(),
                        clinic,
                        opened.name(),
                        opened.timeZone(),
                        ViewJson.write(opened.hours()),
                        opened.certifiedRems());
            case ChairAdded added ->
                sql.update(
                        "insert into chair (chair_id, site_id, clinic, name, routes) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        added.chairId(),
                        added.siteId(),
                        clinic,
                        added.name(),
                        String.join(",", added.routes()));
        }
    }
}
