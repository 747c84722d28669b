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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Appointments at each of the times they had. */
@Singleton
public class Slots {

    private record Key(UUID appointmentId, Instant start) {}

    private record Row(UUID patientId, String clinic, Slot slot) {
        Key key() {
            return new Key(slot.appointmentId(), slot.start());
        }

        Row with(Slot.State state) {
            return new Row(
                    patientId, clinic, new Slot(slot.appointmentId(), slot.siteId(), slot.start(), slot.zone(), state));
        }
    }

    private final Sql sql;

    Slots(Sql sql) {
        this.sql = sql;
    }

    /** Folds a batch: each row is read once and written once. */
    public void apply(List<Recorded<OfAppointment>> events) {
        var ids = events.stream().map(event -> event.event().appointmentId()).collect(Collectors.toSet());
        var rows = load(ids);
        events.forEach(event -> apply(event.event(), event.clinic(), rows));
        save(rows.values());
    }

    private static void apply(OfAppointment event, String clinic, Map<Key, Row> rows) {
        switch (event) {
            case AppointmentBooked booked ->
                put(rows, clinic, booked, booked.siteId(), booked.start(), ZoneId.of(booked.zone()));
            case AppointmentMoved moved -> {
                close(rows, moved.appointmentId(), Slot.State.MOVED);
                put(rows, clinic, moved, moved.siteId(), moved.start(), ZoneId.of(moved.zone()));
            }
            case AppointmentConfirmed confirmed -> {}
            case AppointmentDelayed delayed -> {} // it keeps its time
            case AppointmentCancelled cancelled -> close(rows, cancelled.appointmentId(), Slot.State.CANCELLED);
            case AppointmentNoShow noShow -> close(rows, noShow.appointmentId(), Slot.State.NO_SHOW);
        }
    }

    private static void put(
            Map<Key, Row> rows, String clinic, OfAppointment event, UUID siteId, Instant start, ZoneId zone) {
        var slot = new Slot(event.appointmentId(), siteId, start, zone, Slot.State.BOOKED);
        var row = new Row(event.patientId(), clinic, slot);
        rows.put(row.key(), row);
    }

    private static void close(Map<Key, Row> rows, UUID appointmentId, Slot.State state) {
        rows.replaceAll((key, row) ->
                key.appointmentId().equals(appointmentId) && row.slot().state() == Slot.State.BOOKED
                        ? row.with(state)
                        : row);
    }

    List<Courses.OfPatient> of(Collection<UUID> patients) {
        return sql.query(
                "select * from slot where patient_id = any(?)",
                row -> {
                    var read = read(row);
                    return new Courses.OfPatient(read.patientId(), read.clinic(), read.slot());
                },
                Sql.Column.ids(patients));
    }

    private Map<Key, Row> load(Set<UUID> appointments) {
        var rows = new LinkedHashMap<Key, Row>();
        sql.query("select * from slot where appointment_id = any(?)", Slots::read, Sql.Column.ids(appointments))
                .forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    private static Row read(ResultSet row) throws SQLException {
        var slot = new Slot(
                Sql.uuid(row, "appointment_id"),
                Sql.uuid(row, "site_id"),
                Sql.instant(row, "start_at"),
                ZoneId.of(row.getString("zone")),
                Slot.State.valueOf(row.getString("state")));
        return new Row(Sql.uuid(row, "patient_id"), row.getString("clinic"), slot);
    }

    private void save(Collection<Row> rows) {
        sql.update(
                """
                insert into slot (appointment_id, start_at, patient_id, clinic, site_id, zone, state)
                select * from unnest(?, ?, ?, ?, ?, ?, ?)
                on conflict (appointment_id, start_at) do update set site_id = excluded.site_id, state = excluded.state
                """,
                Sql.Column.of("uuid", rows, row -> row.slot().appointmentId()),
                Sql.Column.of("timestamptz", rows, row -> row.slot().start()),
                Sql.Column.of("uuid", rows, Row::patientId),
                Sql.Column.of("text", rows, Row::clinic),
                Sql.Column.of("uuid", rows, row -> row.slot().siteId()),
                Sql.Column.of("text", rows, row -> row.slot().zone().getId()),
                Sql.Column.of("text", rows, row -> row.slot().state().name()));
    }
}
