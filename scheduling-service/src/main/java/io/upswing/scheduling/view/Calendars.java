package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendars that were shared, and what stands in them. */
@Singleton
public class Calendars {
    /** {@code staffId}: of whom it is; null: of the whole site. {@code name}: the site's. */
    public record Shared(
            UUID calendarId,
            String clinic,
            UUID siteId,
            String name,
            @Nullable String staffId) {
        private static Shared read(ResultSet row) throws SQLException {
            return new Shared(
                    Sql.uuid(row, "calendar_id"),
                    row.getString("clinic"),
                    Sql.uuid(row, "site_id"),
                    row.getString("name"),
                    row.getString("staff_id"));
        }
    }

    /** An appointment without whom it is of. */
    public record Entry(UUID appointmentId, Instant start, Instant end, String chair) {
        private static Entry read(ResultSet row) throws SQLException {
            return new Entry(
                    Sql.uuid(row, "appointment_id"),
                    Sql.instant(row, "start_at"),
                    Sql.instant(row, "end_at"),
                    row.getString("name"));
        }
    }

    /** One time of a shift; {@code id} with the start tells it from the others. */
    public record Duty(UUID shiftId, Instant from, Instant to) {}

    private final Sql sql;

    Calendars(Sql sql) {
        this.sql = sql;
    }

    /** One that was shared in the clinic, also if it was revoked since. */
    public Optional<Shared> get(String clinic, UUID calendarId) {
        return sql
                .query(
                        "select c.*, s.name from calendar c join site s using (site_id)"
                                + " where calendar_id = ? and c.clinic = ?",
                        Shared::read,
                        calendarId,
                        clinic)
                .stream()
                .findFirst();
    }

    /** One that may be read. */
    public Optional<Shared> open(UUID calendarId) {
        return sql
                .query(
                        "select c.*, s.name from calendar c join site s using (site_id)"
                                + " where calendar_id = ? and not revoked",
                        Shared::read,
                        calendarId)
                .stream()
                .findFirst();
    }

    /** What starts in a time and was not cancelled; of a member of staff what starts while they are on duty. */
    public List<Entry> appointments(Shared calendar, Span time) {
        return sql.query(
                """
                select appointment_id, start_at, end_at, c.name from appointment a join chair c using (chair_id)
                where a.site_id = ? and start_at >= ? and start_at < ? and state <> 'CANCELLED'
                    and (?::text is null or exists (
                        select 1 from shift s where s.site_id = a.site_id and s.staff_id = ?
                            and s.from_at <= a.start_at and s.to_at > a.start_at))
                order by start_at, appointment_id
                """, Entry::read, calendar.siteId(), time.from(), time.to(), calendar.staffId(), calendar.staffId());
    }

    /** When the member of staff is on duty. */
    public List<Duty> duties(Shared calendar, Span time) {
        return sql.query(
                """
                select shift_id, from_at, to_at from shift
                where site_id = ? and staff_id = ? and from_at < ? and to_at > ? order by from_at, shift_id
                """,
                row -> new Duty(Sql.uuid(row, "shift_id"), Sql.instant(row, "from_at"), Sql.instant(row, "to_at")),
                calendar.siteId(),
                calendar.staffId(),
                time.to(),
                time.from());
    }
}
