package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.domain.Occupied;
import io.upswing.scheduling.domain.Slot;
import io.upswing.scheduling.domain.Span;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What chairs and monitors are taken for: appointments that stand, and times that are held. A chair that is taken, or a
 * monitor or prescriber that is missing, makes the statement and the append fail.
 */
@Singleton
public class Taken {
    /** The longest day: no stay is longer, and what starts earlier has ended. */
    private static final int LONGEST_HOURS = (int) Span.LONGEST_DAY.toHours();

    private final Sql sql;
    private final Days days;

    Taken(Sql sql, Days days) {
        this.sql = sql;
        this.days = days;
    }

    /**
     * Lets the decisions about days of a site follow each other until the transaction ends, and none of them run beside one
     * about the site itself. Two that wait for several days wait in the same order, so that neither waits for the other in a
     * circle. What is held no longer on these days keeps nobody out.
     */
    public void awaitTurn(UUID siteId, SortedSet<LocalDate> days, ZoneId zone, Instant now) {
        sql.query("""
                select case turn when 1 then pg_advisory_xact_lock_shared(hashtextextended(of, 0))
                    else pg_advisory_xact_lock(hashtextextended(of, 0)) end
                from (select * from unnest(?) with ordinality as waiting (of, turn) order by turn offset 0) in_order
                """, row -> true, Column.of("text", turns(siteId, days), turn -> turn));
        freeExpired(siteId, days.stream().map(day -> Span.ofDay(day, zone)).toList(), now);
    }

    /** The site's, then its days'. */
    private static List<String> turns(UUID siteId, SortedSet<LocalDate> days) {
        var site = siteId.toString();
        return Stream.concat(Stream.of(site), days.stream().map(day -> site + "/" + day))
                .toList();
    }

    /** As the other, for a decision about the site itself. */
    public void awaitTurn(UUID siteId) {
        sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, siteId.toString());
    }

    /**
     * What stands at a site within a time, without some appointments or holds, and how much longer than booked it takes today.
     * Plain SQL: a decision reads it after it has waited for the others that book there, and must not see what a session
     * remembers from before.
     */
    public List<Occupied> at(UUID siteId, Span around, Collection<UUID> without, Instant now) {
        return at(siteId, List.of(around), without, now);
    }

    /** As {@link #at(UUID, Span, Collection, Instant)}, within times apart from each other. */
    public List<Occupied> at(UUID siteId, List<Span> times, Collection<UUID> without, Instant now) {
        var overruns = times.stream().anyMatch(around -> around.overlaps(today(now)))
                ? days.overruns(siteId, without, now).stream()
                : Stream.<Occupied>empty();
        return Stream.concat(booked(siteId, times, without, now).stream(), overruns)
                .toList();
    }

    /** Wherever the site is. */
    private static Span today(Instant now) {
        return new Span(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));
    }

    /**
     * What lasts from one of the times to the next is read once, with the first of them. Each time is looked up by itself
     * (that is what offset 0 is for), because all of a site would be read where it is not known how many times there are.
     */
    private List<Occupied> booked(UUID siteId, List<Span> times, Collection<UUID> without, Instant now) {
        return sql.query(
                """
                select there.*
                from (select from_at, to_at,
                        greatest(from_at - ? * interval '1 hour', lag(to_at) over (order by from_at)) as since
                    from unnest(?, ?) as time (from_at, to_at)) as around,
                    lateral (
                        select start_at, end_at, chair_id, watched_from, watched_to, expires_at is not null as held
                        from taken
                        where site_id = ? and start_at >= since and start_at < to_at and end_at > from_at
                            and id <> all(?) and (expires_at is null or expires_at > ?)
                        offset 0) as there
                """,
                Taken::read,
                LONGEST_HOURS,
                Column.of("timestamptz", times, Span::from),
                Column.of("timestamptz", times, Span::to),
                siteId,
                Column.ids(without),
                now);
    }

    private static Occupied read(ResultSet row) throws SQLException {
        var slot = new Slot(Sql.instant(row, "start_at"), Sql.instant(row, "end_at"), Sql.uuid(row, "chair_id"));
        var watchedFrom = Sql.instantOrNull(row, "watched_from");
        var watched = watchedFrom == null ? null : new Span(watchedFrom, Sql.instant(row, "watched_to"));
        return new Occupied(slot, watched, row.getBoolean("held"));
    }

    private void freeExpired(UUID siteId, List<Span> days, Instant now) {
        sql.update(
                """
                delete from taken using unnest(?, ?) as day (from_at, to_at)
                where site_id = ? and start_at >= from_at and start_at < to_at and expires_at <= ?
                """, Column.of("timestamptz", days, Span::from), Column.of("timestamptz", days, Span::to), siteId, now);
    }

    void free(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.update("delete from taken where id = any(?)", Column.ids(ids));
        }
    }

    void take(Collection<? extends Taking> rows) {
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into taken (id, site_id, chair_id, start_at, end_at, watched_from, watched_to, prescriber,
                    overbooked, expires_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Column.of("uuid", rows, Taking::id),
                Column.of("uuid", rows, Taking::siteId),
                Column.of("uuid", rows, Taking::chairId),
                Column.of("timestamptz", rows, Taking::start),
                Column.of("timestamptz", rows, Taking::end),
                Column.of("timestamptz", rows, Taking::watchedFrom),
                Column.of("timestamptz", rows, Taking::watchedTo),
                Column.of("bool", rows, Taking::prescriber),
                Column.of("bool", rows, Taking::overbooked),
                Column.of("timestamptz", rows, Taking::expiresAt));
    }

    /** Views are replayed without what spans streams, because their records have no common order. */
    void startRebuild() {
        sql.update("truncate taken");
        sql.update("alter table taken drop constraint if exists chair_free");
        sql.update("alter table taken disable trigger staff_suffices");
    }

    /**
     * What was held until {@code now} keeps nobody out any more. Two bookings of one chair can then only be there when an
     * answer of 202 was lost: the later one is flagged, and kept.
     */
    void finishRebuild(Instant now) {
        sql.update("delete from taken where expires_at <= ?", now);
        flagCollisions();
        sql.update("""
                alter table taken add constraint chair_free
                    exclude using gist (chair_id with =, tstzrange(start_at, end_at, '[)') with &&)
                    where (not overbooked)
                """);
        sql.update("alter table taken enable trigger staff_suffices");
    }

    /** Only on chairs on which something begins before all that began earlier has ended: mostly on none. */
    private void flagCollisions() {
        sql.update("""
                with crowded as (
                    select distinct chair_id
                    from (
                        select chair_id, start_at, max(end_at) over (partition by chair_id order by start_at
                            rows between unbounded preceding and 1 preceding) as busy_until
                        from taken where not overbooked
                    ) in_order
                    where start_at < busy_until
                ), placed as (
                    select t.*, coalesce(a.placed_at, t.expires_at) as placed_at
                    from taken t join crowded using (chair_id) left join appointment a on a.appointment_id = t.id
                ), collided as (
                    update taken set overbooked = true where id in (
                        select later.id from placed later
                        where not later.overbooked and exists (
                            select 1 from placed earlier
                            where earlier.chair_id = later.chair_id and not earlier.overbooked
                                and earlier.start_at < later.end_at and later.start_at < earlier.end_at
                                and (earlier.placed_at, earlier.id) < (later.placed_at, later.id)))
                    returning id
                )
                update appointment set overbooked = true where appointment_id in (select id from collided)
                """);
    }
}
