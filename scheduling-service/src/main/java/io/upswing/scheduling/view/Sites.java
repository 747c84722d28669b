package io.upswing.scheduling.view;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Chair;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.domain.Shift;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.domain.Staffing;
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
    private static final TypeReference<List<Chair>> CHAIRS = new TypeReference<>() {};
    private static final TypeReference<List<Span>> CLOSURES = new TypeReference<>() {};
    private static final TypeReference<List<Shift>> SHIFTS = new TypeReference<>() {};

    /**
     * One statement, because while it is asked others wait; lists are told as the records are in JSON. Of
     * shifts there are hundreds: to format them is half the work of building objects.
     */
    private static final String FOR_BOOKING = """
            select time_zone, hours, durations, monitored, attended,
                (select coalesce(json_agg(json_build_object('id', chair_id, 'name', name,
                        'routes', string_to_array(routes, ',')) order by name, chair_id), '[]')
                    from chair c where c.site_id = s.site_id) as chairs,
                (select coalesce(json_agg(json_build_object('from', extract(epoch from from_at),
                        'to', extract(epoch from to_at))), '[]')
                    from closure c where c.site_id = s.site_id and from_at < ? and to_at > ?) as closures,
                (select '[' || coalesce(string_agg(format('{"role":"%s","time":{"from":%s,"to":%s},"patients":%s}',
                        role, extract(epoch from from_at), extract(epoch from to_at), coalesce(max_patients, 0)), ','), '')
                        || ']'
                    from shift d where d.site_id = s.site_id and from_at < ? and to_at > ?
                        and to_at < ?::timestamptz + interval '25 hours') as shifts
            from site s where site_id = ? and clinic = ?
            """;

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
                        FOR_BOOKING,
                        row -> site(siteId, row),
                        around.to(),
                        around.from(),
                        around.to(),
                        around.from(),
                        around.to(),
                        siteId,
                        clinic)
                .stream()
                .findFirst();
    }

    private static Site site(UUID siteId, ResultSet row) throws SQLException {
        return new Site(
                siteId,
                ZoneId.of(row.getString("time_zone")),
                ViewJson.read(row.getString("hours"), SiteRow.HOURS),
                ViewJson.read(row.getString("chairs"), CHAIRS),
                ViewJson.read(row.getString("closures"), CLOSURES),
                new Staffing(
                        row.getBoolean("monitored"),
                        row.getBoolean("attended"),
                        ViewJson.read(row.getString("shifts"), SHIFTS)),
                ViewJson.read(row.getString("durations"), Durations.class));
    }

    private Optional<SiteRow> row(String clinic, UUID siteId) {
        return find("siteId = ?1 and clinic = ?2", siteId, clinic).firstResultOptional();
    }
}
