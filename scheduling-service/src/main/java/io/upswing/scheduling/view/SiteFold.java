package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.CalendarRevoked;
import io.upswing.scheduling.events.SchedulingEvent.CalendarShared;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureRemoved;
import io.upswing.scheduling.events.SchedulingEvent.DurationsSet;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import jakarta.inject.Singleton;
import java.util.List;

/** From scheduling events to sites, chairs, shifts and closures: rare ones, so one statement each. */
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
            case ShiftAdded added -> add(added, clinic);
            case ShiftRemoved removed ->
                sql.update(
                        "delete from shift where shift_id = ? and (?::timestamptz is null or from_at = ?::timestamptz)",
                        removed.shiftId(),
                        removed.from(),
                        removed.from());
            case ClosureAdded added ->
                sql.update(
                        "insert into closure (closure_id, site_id, clinic, from_at, to_at, reason)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        added.closureId(),
                        added.siteId(),
                        clinic,
                        added.from(),
                        added.to(),
                        added.reason());
            case ClosureRemoved removed -> sql.update("delete from closure where closure_id = ?", removed.closureId());
            case DurationsSet set ->
                sql.update(
                        "update site set durations = ? where site_id = ?",
                        ViewJson.write(
                                new Durations(set.checkIn(), set.observation(), set.discharge(), set.turnover())),
                        set.siteId());
            case CalendarShared shared ->
                sql.update(
                        "insert into calendar (calendar_id, site_id, clinic, staff_id, revoked)"
                                + " values (?, ?, ?, ?, false) on conflict do nothing",
                        shared.calendarId(),
                        shared.siteId(),
                        clinic,
                        shared.staffId());
            case CalendarRevoked revoked ->
                sql.update("update calendar set revoked = true where calendar_id = ?", revoked.calendarId());
        }
    }

    /** Once a shift of a role was recorded, the site is limited by that role for ever. */
    private void add(ShiftAdded added, String clinic) {
        sql.update(
                """
                insert into shift (shift_id, site_id, clinic, staff_id, name, role, max_patients, from_at, to_at)
                select ?, ?, ?, ?, ?, ?, ?::int, from_at, to_at from unnest(?, ?) as duty (from_at, to_at)
                on conflict do nothing
                """,
                added.shiftId(),
                added.siteId(),
                clinic,
                added.staffId(),
                added.name(),
                added.role(),
                added.maxPatients(),
                Column.of("timestamptz", added.duties(), Duty::from),
                Column.of("timestamptz", added.duties(), Duty::to));
        sql.update(
                "update site set monitored = monitored or ?, attended = attended or ? where site_id = ?",
                added.role().equals("MONITOR"),
                added.role().equals("PRESCRIBER"),
                added.siteId());
    }
}
