package io.upswing.scheduling.view;

import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Booking;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.DateRange;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.FreeSlot;
import io.upswing.scheduling.domain.SlotSearch;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a search for free times needs to know. It waits for nobody: what it finds free may be taken by the time it is
 * asked for.
 */
@Singleton
public class FreeSlots {
    private static final Set<UUID> NONE = Set.of();

    private final Sql sql;
    private final Courses courses;
    private final Sites sites;
    private final Taken taken;

    FreeSlots(Sql sql, Courses courses, Sites sites, Taken taken) {
        this.sql = sql;
        this.courses = courses;
        this.sites = sites;
        this.taken = taken;
    }

    /** At the site that is asked for, or the course's own; empty where the clinic has no such course or site. */
    public Optional<SlotSearch> search(
            String clinic, UUID courseId, @Nullable UUID siteId, @Nullable BigDecimal doseMg, Instant now) {
        return search(clinic, courseId, siteId, doseMg, NONE, now);
    }

    /** As {@link #search(String, UUID, UUID, BigDecimal, Instant)}, as if these appointments were not booked. */
    public Optional<SlotSearch> search(
            String clinic,
            UUID courseId,
            @Nullable UUID siteId,
            @Nullable BigDecimal doseMg,
            Set<UUID> without,
            Instant now) {
        return courses.find(clinic, courseId).flatMap(course -> {
            var site = siteId == null ? course.siteId() : siteId;
            return sites.zone(clinic, site)
                    .map(zone -> new SlotSearch(
                            course.atDesk(now.atZone(zone).toLocalDate()),
                            doseMg,
                            site,
                            zone,
                            bookings(clinic, course.patientId(), without),
                            now));
        });
    }

    public List<FreeSlot> best(String clinic, SlotSearch search, DateRange range, int limit, Instant now) {
        return best(clinic, search, range, limit, NONE, now);
    }

    /** As {@link #best(String, SlotSearch, DateRange, int, Instant)}, as if these appointments were not booked. */
    public List<FreeSlot> best(
            String clinic, SlotSearch search, DateRange range, int limit, Set<UUID> without, Instant now) {
        return search.best(
                around -> sites.forBooking(clinic, search.siteId(), around)
                        .map(site -> new Desk(site, taken.at(site.id(), around, without, now), null)),
                search.allowed(range),
                limit);
    }

    private List<Booking> bookings(String clinic, UUID patientId, Set<UUID> without) {
        return sql.query("""
                select appointment_id, course_id, site_id, zone, kind, chair_id, start_at, end_at, state
                from appointment where patient_id = ? and clinic = ? and state in ('BOOKED', 'CONFIRMED')
                    and appointment_id <> all(?)
                """, FreeSlots::booking, patientId, clinic, Sql.Column.ids(without));
    }

    /** Rows do not say when the patient has left: until the chair is free they are taken to be there. */
    private static Booking booking(ResultSet row) throws SQLException {
        return new Booking(
                Sql.uuid(row, "appointment_id"),
                row.getObject("course_id", UUID.class),
                Sql.uuid(row, "site_id"),
                row.getString("zone"),
                Kind.valueOf(row.getString("kind")),
                Sql.uuid(row, "chair_id"),
                Sql.instant(row, "start_at"),
                Sql.instant(row, "end_at"),
                Duration.ZERO,
                null,
                null,
                false,
                null,
                Booking.State.valueOf(row.getString("state")));
    }
}
