package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfHold;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfWaitlist;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a patient waits for and what they were offered, as the events of their stream say. */
public final class Waitlist {
    /** What became of a place on the list. */
    public enum Place {
        WAITING,
        SERVED,
        LEFT
    }

    private final Map<UUID, Place> entries = new HashMap<>();
    private final Map<UUID, Offer> offers = new HashMap<>();

    private Waitlist() {}

    public static Waitlist of(List<? extends SchedulingEvent> history) {
        var list = new Waitlist();
        history.forEach(list::evolve);
        return list;
    }

    private void evolve(SchedulingEvent event) {
        switch (event) {
            case OfWaitlist about -> evolve(about);
            case OfAppointment about -> evolve(about);
            case OfSeveral several -> several.parts().forEach(this::evolve);
            case PatientErased _ -> List.copyOf(entries.keySet()).forEach(this::leave);
            case PatientRegistered _, PatientChanged _, OfHold _, OfSite _ -> {}
        }
    }

    private void evolve(OfWaitlist event) {
        switch (event) {
            case WaitlistJoined joined -> entries.put(joined.entryId(), Place.WAITING);
            case WaitlistLeft left -> leave(left.entryId());
            case SlotOffered made -> offers.put(made.holdId(), new Offer(made, Offer.State.OPEN, null));
            case OfferDeclined declined -> offers.computeIfPresent(declined.holdId(), (id, offer) -> offer.declined());
        }
    }

    private void evolve(OfAppointment event) {
        switch (event) {
            case AppointmentBooked booked -> take(booked.holdId(), booked.appointmentId());
            case AppointmentMoved moved -> take(moved.holdId(), moved.appointmentId());
            case AppointmentConfirmed _, AppointmentCancelled _, AppointmentNoShow _, AppointmentDelayed _ -> {}
        }
    }

    /** Who leaves wants none of what is still offered. */
    private void leave(UUID entryId) {
        entries.replace(entryId, Place.WAITING, Place.LEFT);
        offers.replaceAll((id, offer) -> offer.of(entryId) && offer.open() ? offer.declined() : offer);
    }

    private void take(@Nullable UUID holdId, UUID appointmentId) {
        var offer = holdId == null ? null : offers.get(holdId);
        if (offer != null) {
            offers.put(offer.id(), offer.takenBy(appointmentId));
            entries.put(offer.made().entryId(), Place.SERVED);
        }
    }

    /** Where an entry of the list stands; there must be one. */
    Place entry(UUID entryId) {
        var place = entries.get(entryId);
        if (place == null) {
            throw new Refused(Refusal.NO_SUCH_ENTRY, "There is no such entry of the waitlist.");
        }
        return place;
    }

    /** An offer that there must be. */
    public Offer offer(UUID offerId) {
        var offer = offers.get(offerId);
        if (offer == null) {
            throw new Refused(Refusal.NO_SUCH_OFFER, "There is no such offer.");
        }
        return offer;
    }

    boolean waits(UUID entryId) {
        return entries.get(entryId) == Place.WAITING;
    }

    boolean wasOffered(UUID vacancyId) {
        return offers.values().stream()
                .anyMatch(offer -> offer.made().vacancyId().equals(vacancyId));
    }

    /** Whether the patient has yet to answer an offer. */
    boolean undecided(Instant now) {
        return offers.values().stream().anyMatch(offer -> offer.standsAt(now));
    }
}
