package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who is on duty at a site, and when it is closed, as it is shown. */
@Singleton
public class Rosters {
    private final Sql sql;

    Rosters(Sql sql) {
        this.sql = sql;
    }

    /** What lies at least in part within a time, earliest first. */
    public List<ShiftView> shifts(UUID siteId, Span time) {
        return sql.query("""
                select shift_id, staff_id, name, role, max_patients, from_at, to_at from shift
                where site_id = ? and from_at < ? and to_at > ? order by from_at, role, name, shift_id
                """, Rosters::shift, siteId, time.to(), time.from());
    }

    public List<ClosureView> closures(UUID siteId, Span time) {
        return sql.query("""
                select closure_id, from_at, to_at, reason from closure
                where site_id = ? and from_at < ? and to_at > ? order by from_at, closure_id
                """, Rosters::closure, siteId, time.to(), time.from());
    }

    private static ShiftView shift(ResultSet row) throws SQLException {
        return new ShiftView(
                Sql.uuid(row, "shift_id"),
                row.getString("staff_id"),
                row.getString("name"),
                row.getString("role"),
                row.getObject("max_patients", Integer.class),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "to_at"));
    }

    private static ClosureView closure(ResultSet row) throws SQLException {
        return new ClosureView(
                Sql.uuid(row, "closure_id"),
                Sql.instant(row, "from_at"),
                Sql.instant(row, "to_at"),
                row.getString("reason"));
    }
}
