package io.upswing.notification.view;

import io.upswing.eventlog.Sql;
import io.upswing.notification.domain.Matter.Slot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment at one of its times. {@code since}: when it was given this time. */
record SlotRow(UUID patientId, String clinic, Slot slot, Instant since) {

    record Key(UUID appointmentId, Instant start) {}

    Key key() {
        return new Key(slot.appointmentId(), slot.start());
    }

    SlotRow with(Slot.State state) {
        return with(state, slot.confirmed(), slot.changed(), slot.delayed());
    }

    SlotRow confirm() {
        return with(slot.state(), true, slot.changed(), slot.delayed());
    }

    SlotRow callOff(Instant at) {
        return with(Slot.State.CANCELLED, slot.confirmed(), changedAt(at), slot.delayed());
    }

    SlotRow delay(Slot.Delayed delayed) {
        return with(slot.state(), slot.confirmed(), slot.changed(), delayed);
    }

    /** What the clinic does to it now; of several changes the patient agreed to the time before the first. */
    Slot.Changed changedAt(Instant at) {
        var changed = slot.changed();
        return changed == null
                ? new Slot.Changed(at, slot.start(), since)
                : new Slot.Changed(at, changed.known(), changed.since());
    }

    private SlotRow with(
            Slot.State state, boolean confirmed, Slot.@Nullable Changed changed, Slot.@Nullable Delayed delayed) {
        var other = new Slot(
                slot.appointmentId(), slot.siteId(), slot.start(), slot.zone(), state, confirmed, changed, delayed);
        return new SlotRow(patientId, clinic, other, since);
    }

    static SlotRow read(ResultSet row) throws SQLException {
        var slot = new Slot(
                Sql.uuid(row, "appointment_id"),
                Sql.uuid(row, "site_id"),
                Sql.instant(row, "start_at"),
                ZoneId.of(row.getString("zone")),
                Slot.State.valueOf(row.getString("state")),
                row.getBoolean("confirmed"),
                changed(row),
                delayed(row));
        return new SlotRow(Sql.uuid(row, "patient_id"), row.getString("clinic"), slot, Sql.instant(row, "booked_at"));
    }

    private static Slot.@Nullable Changed changed(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "changed_at");
        return at == null
                ? null
                : new Slot.Changed(at, Sql.instant(row, "known_start"), Sql.instant(row, "known_since"));
    }

    private static Slot.@Nullable Delayed delayed(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "delayed_at");
        return at == null ? null : new Slot.Delayed(at, Sql.instant(row, "expected_at"));
    }
}
