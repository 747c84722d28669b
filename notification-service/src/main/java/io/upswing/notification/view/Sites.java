package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What sites are called. */
@Singleton
public class Sites {
    private final Sql sql;

    Sites(Sql sql) {
        this.sql = sql;
    }

    public void put(List<Recorded<SiteOpened>> opened) {
        sql.update(
                """
                insert into site (site_id, clinic, name) select * from unnest(?, ?, ?)
                on conflict (site_id) do update set clinic = excluded.clinic, name = excluded.name
                """,
                Sql.Column.of("uuid", opened, site -> site.event().siteId()),
                Sql.Column.of("text", opened, Recorded::clinic),
                Sql.Column.of("text", opened, site -> site.event().name()));
    }

    /** A site that is not known yet has none. */
    Map<UUID, String> names(Collection<UUID> sites) {
        var names = new HashMap<UUID, String>();
        sql.query(
                "select site_id, name from site where site_id = any(?)",
                row -> Optional.ofNullable(names.put(Sql.uuid(row, "site_id"), row.getString("name"))),
                Sql.Column.ids(sites));
        return names;
    }
}
