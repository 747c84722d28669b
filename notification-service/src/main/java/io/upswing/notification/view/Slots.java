package io.upswing.notification.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Matter.Slot;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Appointments at each of the times they had. */
@Singleton
public class Slots {
    private static final String CLINIC = "CLINIC";

    /** What a patient does by a link of theirs is recorded as done by this actor. */
    private static final String PATIENT = "patient";

    private final Sql sql;

    Slots(Sql sql) {
        this.sql = sql;
    }

    /** Folds a batch: each row is read once and written once. */
    public void apply(List<Recorded<OfAppointment>> events) {
        var ids = events.stream().map(event -> event.event().appointmentId()).collect(Collectors.toSet());
        var rows = load(ids);
        events.forEach(event -> apply(event, rows));
        save(rows.values());
    }

    private static void apply(Recorded<OfAppointment> event, Map<SlotRow.Key, SlotRow> rows) {
        var at = event.record().recordedAt();
        switch (event.event()) {
            case AppointmentBooked booked ->
                put(rows, event, booked.siteId(), booked.start(), ZoneId.of(booked.zone()), null);
            case AppointmentMoved moved -> {
                var changed = isPatients(event, moved) ? null : changed(rows, moved, at);
                replace(rows, moved.appointmentId(), row -> row.with(Slot.State.MOVED));
                put(rows, event, moved.siteId(), moved.start(), ZoneId.of(moved.zone()), changed);
            }
            case AppointmentConfirmed confirmed -> replace(rows, confirmed.appointmentId(), SlotRow::confirm);
            case AppointmentDelayed delayed ->
                replace(rows, delayed.appointmentId(), row -> row.delay(new Slot.Delayed(at, delayed.expectedStart())));
            case AppointmentCancelled cancelled ->
                replace(
                        rows,
                        cancelled.appointmentId(),
                        row -> cancelled.by().equals(CLINIC) ? row.callOff(at) : row.with(Slot.State.CANCELLED));
            case AppointmentNoShow noShow -> replace(rows, noShow.appointmentId(), row -> row.with(Slot.State.NO_SHOW));
        }
    }

    /** Who took what was offered, or moved by a link, knows it. */
    private static boolean isPatients(Recorded<OfAppointment> event, AppointmentMoved moved) {
        return event.record().actor().equals(PATIENT) || moved.holdId() != null;
    }

    private static Slot.Changed changed(Map<SlotRow.Key, SlotRow> rows, AppointmentMoved moved, Instant at) {
        var before = rows.get(new SlotRow.Key(moved.appointmentId(), moved.fromStart()));
        return before == null ? new Slot.Changed(at, moved.fromStart(), at) : before.changedAt(at);
    }

    private static void put(
            Map<SlotRow.Key, SlotRow> rows,
            Recorded<OfAppointment> event,
            UUID siteId,
            Instant start,
            ZoneId zone,
            Slot.@Nullable Changed changed) {
        var id = event.event().appointmentId();
        var slot = new Slot(id, siteId, start, zone, Slot.State.BOOKED, false, changed, null);
        var row = new SlotRow(
                event.event().patientId(), event.clinic(), slot, event.record().recordedAt());
        rows.put(row.key(), row);
    }

    /** The appointment where it stands now. */
    private static void replace(Map<SlotRow.Key, SlotRow> rows, UUID appointmentId, UnaryOperator<SlotRow> change) {
        rows.replaceAll((key, row) ->
                key.appointmentId().equals(appointmentId) && row.slot().state() == Slot.State.BOOKED
                        ? change.apply(row)
                        : row);
    }

    List<Courses.OfPatient> of(Collection<UUID> patients) {
        return sql.query(
                "select * from slot where patient_id = any(?)",
                row -> {
                    var read = SlotRow.read(row);
                    return new Courses.OfPatient(read.patientId(), read.clinic(), read.slot());
                },
                Sql.Column.ids(patients));
    }

    private Map<SlotRow.Key, SlotRow> load(Set<UUID> appointments) {
        var rows = new LinkedHashMap<SlotRow.Key, SlotRow>();
        sql.query("select * from slot where appointment_id = any(?)", SlotRow::read, Sql.Column.ids(appointments))
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    private void save(Collection<SlotRow> rows) {
        sql.update(
                """
                insert into slot (appointment_id, start_at, patient_id, clinic, site_id, zone, state, booked_at,
                    confirmed, changed_at, known_start, known_since, delayed_at, expected_at)
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (appointment_id, start_at) do update set site_id = excluded.site_id,
                    state = excluded.state, booked_at = excluded.booked_at, confirmed = excluded.confirmed,
                    changed_at = excluded.changed_at, known_start = excluded.known_start,
                    known_since = excluded.known_since, delayed_at = excluded.delayed_at,
                    expected_at = excluded.expected_at
                """,
                Sql.Column.of("uuid", rows, row -> row.slot().appointmentId()),
                Sql.Column.of("timestamptz", rows, row -> row.slot().start()),
                Sql.Column.of("uuid", rows, SlotRow::patientId),
                Sql.Column.of("text", rows, SlotRow::clinic),
                Sql.Column.of("uuid", rows, row -> row.slot().siteId()),
                Sql.Column.of("text", rows, row -> row.slot().zone().getId()),
                Sql.Column.of("text", rows, row -> row.slot().state().name()),
                Sql.Column.of("timestamptz", rows, SlotRow::since),
                Sql.Column.of("boolean", rows, row -> row.slot().confirmed()),
                of(rows, Slot::changed, Slot.Changed::at),
                of(rows, Slot::changed, Slot.Changed::known),
                of(rows, Slot::changed, Slot.Changed::since),
                of(rows, Slot::delayed, Slot.Delayed::at),
                of(rows, Slot::delayed, Slot.Delayed::expectedStart));
    }

    private static <T> Sql.Column of(
            Collection<SlotRow> rows, Function<Slot, @Nullable T> part, Function<T, Instant> instant) {
        return Sql.Column.of("timestamptz", rows, row -> {
            var found = part.apply(row.slot());
            return found == null ? null : instant.apply(found);
        });
    }
}
