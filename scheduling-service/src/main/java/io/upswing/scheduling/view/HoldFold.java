package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Sql;
import io.upswing.eventlog.Sql.Column;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** From scheduling events to whose a hold or an offer is, and to what begins and ends to be kept for somebody. */
@Singleton
class HoldFold {
    /** {@code ended}: kept no longer, or taken by an appointment of the same events; {@code begun}: kept after them. */
    record Changes(Set<UUID> ended, List<HeldTime> begun) {}

    private final Sql sql;

    HoldFold(Sql sql) {
        this.sql = sql;
    }

    Changes apply(List<Recorded<SchedulingEvent>> events) {
        var held = events.stream().flatMap(HeldTime::of).toList();
        if (!held.isEmpty()) {
            save(held);
        }
        var ended = ended(events);
        return new Changes(
                ended, held.stream().filter(hold -> !ended.contains(hold.id())).toList());
    }

    private Set<UUID> ended(List<Recorded<SchedulingEvent>> events) {
        var ended = new HashSet<UUID>();
        var erased = new HashSet<UUID>();
        for (var recorded : events) {
            endedBy(recorded.event()).forEach(ended::add);
            if (recorded.event() instanceof PatientErased event) {
                erased.add(event.patientId());
            }
        }
        if (!erased.isEmpty()) {
            ended.addAll(ofPatients(erased));
        }
        return ended;
    }

    private static Stream<UUID> endedBy(SchedulingEvent event) {
        return switch (event) {
            case HoldReleased released -> Stream.of(released.holdId());
            case OfferDeclined declined -> Stream.of(declined.holdId());
            case AppointmentBooked booked -> Stream.ofNullable(booked.holdId());
            case AppointmentMoved moved -> Stream.ofNullable(moved.holdId());
            case OfSeveral several -> several.parts().stream().flatMap(HoldFold::endedBy);
            case AppointmentConfirmed _, AppointmentCancelled _, AppointmentNoShow _, AppointmentDelayed _ ->
                Stream.empty();
            case SlotHeld _, SlotOffered _, WaitlistJoined _, WaitlistLeft _ -> Stream.empty();
            case PatientRegistered _, PatientChanged _, PatientErased _, OfSite _ -> Stream.empty();
        };
    }

    private List<UUID> ofPatients(Collection<UUID> patientIds) {
        return sql.query(
                "select hold_id from hold where patient_id = any(?)",
                row -> Sql.uuid(row, "hold_id"),
                Column.ids(patientIds));
    }

    private void save(Collection<HeldTime> held) {
        sql.update(
                "insert into hold (hold_id, clinic, patient_id) select * from unnest(?, ?, ?) on conflict do nothing",
                Column.of("uuid", held, HeldTime::id),
                Column.of("text", held, HeldTime::clinic),
                Column.of("uuid", held, HeldTime::patientId));
    }
}
