package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Vacancy;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The times that appointments gave up. What the table says never changes: whether a vacancy is open follows from what is
 * taken and from time, in whatever order the streams are replayed.
 */
@Singleton
public class Vacancies {
    /** Of two with the same start, the one that became free last. */
    private static final String OPEN = """
            from vacancy v join site s on s.site_id = v.site_id
            where v.start_at >= ?
                and not exists (select 1 from taken t where t.chair_id = v.chair_id
                    and t.start_at < v.end_at and t.end_at > v.start_at
                    and (t.expires_at is null or t.expires_at > ?))
                and not exists (select 1 from vacancy later where later.chair_id = v.chair_id
                    and later.start_at = v.start_at
                    and (later.freed_at, later.vacancy_id) > (v.freed_at, v.vacancy_id))
            """;

    private final Sql sql;

    Vacancies(Sql sql) {
        this.sql = sql;
    }

    void add(Collection<Vacated> vacated) {
        if (vacated.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into vacancy (vacancy_id, clinic, site_id, chair_id, start_at, end_at, given_up_by, freed_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                Column.of("uuid", vacated, Vacated::id),
                Column.of("text", vacated, Vacated::clinic),
                Column.of("uuid", vacated, Vacated::siteId),
                Column.of("uuid", vacated, Vacated::chairId),
                Column.of("timestamptz", vacated, Vacated::start),
                Column.of("timestamptz", vacated, Vacated::end),
                Column.of("uuid", vacated, Vacated::givenUpBy),
                Column.of("timestamptz", vacated, Vacated::freedAt));
    }

    /** Those for which somebody waits who was not offered them yet, the next first. */
    public List<Vacancy> wanted(Instant firstStart, Instant now) {
        return sql.query("""
                select v.*, s.time_zone
                """ + OPEN + """
                    and exists (select 1 from waitlist_entry e where e.site_id = v.site_id and e.state = 'WAITING'
                        and e.patient_id <> v.given_up_by
                        and not exists (select 1 from offer o
                            where o.vacancy_id = v.vacancy_id and o.patient_id = e.patient_id))
                order by v.start_at, v.vacancy_id
                """, Vacancies::read, firstStart, now);
    }

    /** Whether it is open, and nobody else is offering it: nobody will be, until the transaction ends. */
    public boolean lock(UUID vacancyId, Instant firstStart, Instant now) {
        var open = sql.query(
                "select 1 " + OPEN + " and v.vacancy_id = ? for update of v skip locked",
                row -> true,
                firstStart,
                now,
                vacancyId);
        return !open.isEmpty();
    }

    private static Vacancy read(ResultSet row) throws SQLException {
        return new Vacancy(
                Sql.uuid(row, "vacancy_id"),
                row.getString("clinic"),
                Sql.uuid(row, "site_id"),
                ZoneId.of(row.getString("time_zone")),
                Sql.uuid(row, "chair_id"),
                Sql.instant(row, "start_at"),
                Sql.uuid(row, "given_up_by"));
    }
}
