package io.upswing.notification.inbox;

import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfPlace;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch of what scheduling-service said, sorted by what it changes here. */
final class SchedulingBatch {
    private final List<Recorded<SiteOpened>> sites = new ArrayList<>();
    private final List<Recorded<OfAppointment>> appointments = new ArrayList<>();
    private final List<Recorded<SlotOffered>> offers = new ArrayList<>();
    private final Map<UUID, String> closedOffers = new LinkedHashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private final Set<UUID> concerned = new HashSet<>();

    void add(Recorded<SchedulingEvent> event) {
        switch (event.event()) {
            case SiteOpened site -> sites.add(new Recorded<>(event.record(), site));
            case OfAppointment appointment -> add(event, appointment);
            case OfSeveral several -> several.parts().forEach(part -> add(event, part));
            case PatientErased patient -> {
                erased.add(patient.patientId());
                concerned.add(patient.patientId());
            }
            case SlotOffered offer -> {
                offers.add(new Recorded<>(event.record(), offer));
                concerned.add(offer.patientId());
            }
            case OfferDeclined declined -> close(declined.holdId(), declined.patientId(), "The patient declined.");
            case HoldReleased released -> close(released.holdId(), released.patientId(), "It was taken back.");
            case PatientRegistered registered -> {}
            case PatientChanged changed -> {} // what changed comes with the identity record
            case SlotHeld held -> {}
            case WaitlistJoined joined -> {}
            case WaitlistLeft left -> {}
            case OfSite site -> {} // chairs and staff
        }
    }

    private void add(Recorded<SchedulingEvent> event, OfAppointment appointment) {
        appointments.add(new Recorded<>(event.record(), appointment));
        concerned.add(appointment.patientId());
        if (appointment instanceof OfPlace place) {
            taken(place);
        }
    }

    private void taken(OfPlace place) {
        var hold = holdOf(place);
        if (hold != null) {
            close(hold, place.patientId(), "The patient has taken it.");
        }
    }

    private static @Nullable UUID holdOf(OfPlace place) {
        return switch (place) {
            case AppointmentBooked booked -> booked.holdId();
            case AppointmentMoved moved -> moved.holdId();
        };
    }

    private void close(UUID holdId, UUID patientId, String why) {
        closedOffers.putIfAbsent(holdId, why);
        concerned.add(patientId);
    }

    List<Recorded<SiteOpened>> sites() {
        return sites;
    }

    /** In the order in which they took effect. */
    List<Recorded<OfAppointment>> appointments() {
        return appointments;
    }

    List<Recorded<SlotOffered>> offers() {
        return offers;
    }

    /** What became of offers and holds. */
    Map<UUID, String> closedOffers() {
        return closedOffers;
    }

    Set<UUID> erased() {
        return erased;
    }

    /** Whose plans may change. */
    Set<UUID> concerned() {
        return concerned;
    }
}
