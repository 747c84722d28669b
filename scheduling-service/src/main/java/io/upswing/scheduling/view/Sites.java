package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Chair;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.domain.Shift;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.domain.Staffing;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sites as they are read: shown, and as booking needs them. */
@ApplicationScoped
public class Sites implements PanacheRepositoryBase<SiteRow, UUID> {
    private final Chairs chairs;
    private final Sql sql;

    Sites(Chairs chairs, Sql sql) {
        this.chairs = chairs;
        this.sql = sql;
    }

    public Optional<SiteView> get(String clinic, UUID siteId) {
        return row(clinic, siteId).map(SiteView::of);
    }

    public List<SiteView> ofClinic(String clinic) {
        return find("clinic", Sort.by("name", "siteId"), clinic).stream()
                .map(SiteView::of)
                .toList();
    }

    public List<ChairView> chairs(UUID siteId) {
        return chairs.ofSite(siteId).stream().map(ChairView::of).toList();
    }

    /** The zone of a site of the clinic, which never changes. */
    public Optional<ZoneId> zone(String clinic, UUID siteId) {
        return sql
                .query(
                        "select time_zone from site where site_id = ? and clinic = ?",
                        row -> ZoneId.of(row.getString(1)),
                        siteId,
                        clinic)
                .stream()
                .findFirst();
    }

    /**
     * Hours and chairs, in the order in which a free chair is looked for, and who is on duty and what is closed around a
     * time. Plain SQL for what others may have changed while a decision waited for its turn.
     */
    public Optional<Site> forBooking(String clinic, UUID siteId, Span around) {
        return sql
                .query(
                        "select time_zone, hours, durations, monitored, attended from site"
                                + " where site_id = ? and clinic = ?",
                        Basics::read,
                        siteId,
                        clinic)
                .stream()
                .findFirst()
                .map(basics -> new Site(
                        siteId,
                        basics.zone(),
                        basics.hours(),
                        chairsFor(siteId),
                        closures(siteId, around),
                        new Staffing(basics.monitored(), basics.attended(), shifts(siteId, around)),
                        basics.durations()));
    }

    private record Basics(
            ZoneId zone, List<OpeningHours> hours, Durations durations, boolean monitored, boolean attended) {
        static Basics read(ResultSet row) throws SQLException {
            return new Basics(
                    ZoneId.of(row.getString("time_zone")),
                    ViewJson.read(row.getString("hours"), SiteRow.HOURS),
                    ViewJson.read(row.getString("durations"), Durations.class),
                    row.getBoolean("monitored"),
                    row.getBoolean("attended"));
        }
    }

    private List<Chair> chairsFor(UUID siteId) {
        return sql.query(
                "select chair_id, name, routes from chair where site_id = ? order by name, chair_id",
                row -> new Chair(
                        Sql.uuid(row, "chair_id"),
                        row.getString("name"),
                        List.of(row.getString("routes").split(","))),
                siteId);
    }

    private List<Span> closures(UUID siteId, Span around) {
        return sql.query(
                "select from_at, to_at from closure where site_id = ? and from_at < ? and to_at > ?",
                Sites::span,
                siteId,
                around.to(),
                around.from());
    }

    private List<Shift> shifts(UUID siteId, Span around) {
        return sql.query(
                """
                select from_at, to_at, role, max_patients from shift
                where site_id = ? and from_at < ? and to_at > ? and to_at < ?::timestamptz + interval '25 hours'
                """,
                row -> new Shift(Shift.Role.valueOf(row.getString("role")), span(row), row.getInt("max_patients")),
                siteId,
                around.to(),
                around.from(),
                around.to());
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(Sql.instant(row, "from_at"), Sql.instant(row, "to_at"));
    }

    private Optional<SiteRow> row(String clinic, UUID siteId) {
        return find("siteId = ?1 and clinic = ?2", siteId, clinic).firstResultOptional();
    }
}
