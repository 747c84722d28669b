package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Day;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.domain.Occupied;
import io.upswing.scheduling.domain.Sitting;
import io.upswing.scheduling.domain.Sitting.Presence;
import io.upswing.scheduling.domain.Span;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days of a site as they go: what is booked, who came for it, and whom those push that take longer. Plain SQL, because
 * decisions read it after they have waited for others.
 */
@Singleton
public class Days {
    /** Who left longer ago keeps no chair any more, however long it is cleaned. */
    private static final Duration CLEANED = Duration.ofHours(2);

    /** A site of a clinic at which somebody sits, or was told to come later. */
    public record Busy(UUID siteId, String clinic) {}

    /** What is read of a day: the rows, and what became of each. */
    record Rows(Map<UUID, AppointmentState> appointments, Map<UUID, VisitState> visits, Day day) {}

    private record Basics(ZoneId zone, Durations durations) {}

    private final Sql sql;
    private final Visits visits;
    private final Courses courses;

    Days(Sql sql, Visits visits, Courses courses) {
        this.sql = sql;
        this.visits = visits;
        this.courses = courses;
    }

    /** Today at the site. */
    public Day today(UUID siteId, Instant now) {
        var site = basics(siteId);
        return rows(siteId, site, now.atZone(site.zone()).toLocalDate(), now, List.of())
                .day();
    }

    Rows on(UUID siteId, LocalDate date, Instant now) {
        return rows(siteId, basics(siteId), date, now, List.of());
    }

    /** What chairs and monitors are taken for beyond what is booked, as things stand; without some appointments. */
    List<Occupied> overruns(UUID siteId, Collection<UUID> without, Instant now) {
        if (!busy(siteId, now)) {
            return List.of();
        }
        var site = basics(siteId);
        return rows(siteId, site, now.atZone(site.zone()).toLocalDate(), now, without)
                .day()
                .overruns();
    }

    private boolean busy(UUID siteId, Instant now) {
        return !sql.query("""
                        select 1 from visit where on_date >= ? and site_id = ? and arrived_at is not null
                            and coalesce(left_at, 'infinity') > ? limit 1
                        """, row -> 1, earliestToday(now), siteId, now.minus(CLEANED))
                .isEmpty();
    }

    /** Where a patient may have to be told another start. */
    public List<Busy> busy(Instant now) {
        return sql.query(
                """
                select site_id, s.clinic from visit join site s using (site_id)
                where on_date >= ? and arrived_at is not null
                    and coalesce(left_at, 'infinity') > ?
                union
                select site_id, clinic from appointment where expected_start > ? and state in ('BOOKED', 'CONFIRMED')
                """,
                row -> new Busy(Sql.uuid(row, "site_id"), row.getString("clinic")),
                earliestToday(now),
                now.minus(CLEANED),
                now);
    }

    /** Nowhere on earth is it an earlier date. */
    private static LocalDate earliestToday(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    private Basics basics(UUID siteId) {
        return sql.query(
                        "select time_zone, durations from site where site_id = ?",
                        row -> new Basics(
                                ZoneId.of(row.getString("time_zone")),
                                ViewJson.read(row.getString("durations"), Durations.class)),
                        siteId)
                .getFirst();
    }

    private Rows rows(UUID siteId, Basics site, LocalDate date, Instant now, Collection<UUID> without) {
        var day = Span.ofDay(date, site.zone());
        var appointments = sql.query("""
                select * from appointment where site_id = ? and start_at >= ? and start_at < ?
                    and appointment_id <> all(?)
                order by start_at, appointment_id
                """, AppointmentState::read, siteId, day.from(), day.to(), Column.ids(without));
        var came = visits.of(appointments, date);
        var known = courses.all(came.values().stream().map(VisitState::courseId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Course::id, Function.identity()));
        var sittings = appointments.stream()
                .map(appointment -> sitting(appointment, came.get(appointment.id()), known, site.durations()))
                .toList();
        var byId = appointments.stream().collect(Collectors.toMap(AppointmentState::id, Function.identity()));
        return new Rows(byId, came, Day.of(sittings, now));
    }

    private static Sitting sitting(
            AppointmentState row, @Nullable VisitState visit, Map<UUID, Course> known, Durations site) {
        var watch = row.watch();
        return new Sitting(
                row.id(),
                row.patientId(),
                row.chairId(),
                row.treats(),
                row.state(),
                new Span(row.start(), row.end()),
                row.expectedStart(),
                watch == null ? null : new Span(watch.from(), watch.to()),
                visit == null ? null : presence(row, visit, known, site));
    }

    private static Presence presence(AppointmentState row, VisitState visit, Map<UUID, Course> known, Durations site) {
        var course = Objects.requireNonNull(known.get(visit.courseId()), "course");
        var parts = course.atDesk(visit.on()).partsFor(row.doseMg(), site);
        return new Presence(visit.sessionId(), visit.attendance().stage(), parts);
    }
}
