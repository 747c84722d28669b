package io.upswing.scheduling.view;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.domain.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The calendar as it is read. */
@ApplicationScoped
public class Appointments implements PanacheRepositoryBase<AppointmentRow, UUID> {
    /** What is asked for; what is null does not matter. Dates are those at the site, both included. */
    public record Filter(
            @Nullable UUID siteId,
            @Nullable UUID patientId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    private final Sql sql;

    Appointments(Sql sql) {
        this.sql = sql;
    }

    public Optional<AppointmentView> get(String clinic, UUID appointmentId) {
        return find("appointmentId = ?1 and clinic = ?2", appointmentId, clinic)
                .firstResultOptional()
                .map(AppointmentView::of);
    }

    /** In the order of their starts. */
    public Part<AppointmentView> list(String clinic, Filter filter, int page, int size) {
        Map<String, Object> values = new HashMap<>(Map.of("clinic", clinic));
        var conditions = new ArrayList<>(List.of("clinic = :clinic"));
        and(conditions, values, "siteId = :siteId", "siteId", filter.siteId());
        and(conditions, values, "patientId = :patientId", "patientId", filter.patientId());
        and(conditions, values, "on >= :from", "from", filter.from());
        and(conditions, values, "on <= :to", "to", filter.to());
        var found = find(String.join(" and ", conditions), Sort.by("start", "appointmentId"), values);
        var some =
                found.page(page, size).list().stream().map(AppointmentView::of).toList();
        return new Part<>(some, found.count());
    }

    /** Everything on one day of a site, cancelled ones too. */
    public List<AppointmentView> onDay(UUID siteId, LocalDate date) {
        return find("siteId = ?1 and on = ?2", Sort.by("start", "appointmentId"), siteId, date).stream()
                .map(AppointmentView::of)
                .toList();
    }

    /**
     * What the chairs of a site are taken for, without one appointment. Plain SQL: a decision reads it after it has waited
     * for the others that book there, and must not see what a session remembers from before.
     */
    public List<Slot> taken(UUID siteId, Instant from, Instant to, UUID without) {
        return sql.query(
                """
                select start_at, end_at, chair_id from appointment
                where site_id = ? and start_at >= ? and start_at < ? and state in ('BOOKED', 'CONFIRMED')
                    and appointment_id <> ?
                """,
                row -> new Slot(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, UUID.class)),
                siteId,
                from,
                to,
                without);
    }

    /** Lets the bookings of one day at a site decide one after the other, until the transaction ends. */
    public void awaitTurn(UUID siteId, LocalDate date) {
        sql.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, siteId + "/" + date);
    }

    private static void and(
            List<String> conditions,
            Map<String, Object> values,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }
}
