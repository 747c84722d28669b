package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision needs of one patient's stream: whether the patient is registered, the appointments and the holds. And
 * what the stream does not tell, for which of them the patient came.
 */
public final class PatientFile {
    private final Map<UUID, Booking> bookings = new HashMap<>();
    private final Map<UUID, Hold> holds = new HashMap<>();
    private final Map<UUID, Stage> came;
    private boolean known;
    private boolean erased;

    private PatientFile(Map<UUID, Stage> came) {
        this.came = Map.copyOf(came);
    }

    public static PatientFile of(List<? extends SchedulingEvent> history) {
        return of(history, Map.of());
    }

    /** {@code came}: how far the patient has got, by the appointments for which somebody is known to have come. */
    public static PatientFile of(List<? extends SchedulingEvent> history, Map<UUID, Stage> came) {
        var file = new PatientFile(came);
        history.forEach(file::evolve);
        return file;
    }

    private void evolve(SchedulingEvent event) {
        switch (event) {
            case PatientRegistered _ -> known = true;
            case PatientErased _ -> {
                erased = true;
                holds.replaceAll((id, hold) -> hold.in(Hold.State.GIVEN_BACK));
            }
            case OfAppointment about -> bookings.put(about.appointmentId(), after(about));
            case OfSeveral several -> several.parts().forEach(this::evolve);
            case SlotHeld held -> holds.put(held.holdId(), Hold.of(held));
            case SlotOffered offered -> holds.put(offered.holdId(), Hold.of(offered));
            case HoldReleased released -> end(released.holdId(), Hold.State.GIVEN_BACK);
            case OfferDeclined declined -> end(declined.holdId(), Hold.State.GIVEN_BACK);
            case WaitlistJoined _, WaitlistLeft _ -> {}
            case PatientChanged _ -> {}
            case OfSite _ -> {} // somebody gave a site's id for a patient's: nobody is known by it
        }
    }

    private Booking after(OfAppointment event) {
        return switch (event) {
            case AppointmentBooked booked -> {
                end(booked.holdId(), Hold.State.BOOKED);
                yield Booking.of(booked);
            }
            case AppointmentMoved moved -> {
                end(moved.holdId(), Hold.State.BOOKED);
                yield before(event).moved(moved);
            }
            case AppointmentConfirmed _ -> before(event).in(Booking.State.CONFIRMED);
            case AppointmentCancelled _ -> before(event).in(Booking.State.CANCELLED);
            case AppointmentNoShow _ -> before(event).in(Booking.State.NO_SHOW);
            case AppointmentDelayed delayed -> before(event).delayed(delayed.expectedStart());
        };
    }

    private void end(@Nullable UUID holdId, Hold.State state) {
        if (holdId != null) {
            holds.computeIfPresent(holdId, (id, hold) -> hold.in(state));
        }
    }

    private Booking before(OfAppointment event) {
        var booking = bookings.get(event.appointmentId());
        if (booking == null) {
            throw new IllegalStateException("Nobody booked appointment " + event.appointmentId());
        }
        return booking;
    }

    boolean known() {
        return known;
    }

    boolean erased() {
        return erased;
    }

    void requirePresent() {
        if (!known || erased) {
            throw noSuchPatient();
        }
    }

    static Refused noSuchPatient() {
        return new Refused(Refusal.NO_SUCH_PATIENT, "There is no such patient.");
    }

    /** An appointment that there must be. */
    public Booking booking(UUID appointmentId) {
        var booking = bookings.get(appointmentId);
        if (booking == null) {
            throw new Refused(Refusal.NO_SUCH_APPOINTMENT, "There is no such appointment.");
        }
        return booking;
    }

    /** A hold or an offer of this patient, whether or not it still stands. */
    Optional<Hold> hold(UUID holdId) {
        return Optional.ofNullable(holds.get(holdId));
    }

    /** What was to come is called off by the erasure; of what was before it nothing more is decided. */
    public Booking activeBooking(UUID appointmentId) {
        var booking = booking(appointmentId);
        if (erased) {
            throw new Refused(Refusal.APPOINTMENT_OVER, "The patient was erased; nothing more is decided about it.");
        }
        if (!booking.state().active()) {
            throw new Refused(
                    Refusal.APPOINTMENT_OVER, "The appointment is " + booking.state() + "; book a new one instead.");
        }
        return booking;
    }

    /**
     * As {@link #activeBooking}, for what gives up its time: while the patient is here the chair and the monitor are theirs,
     * and what was given is not called off. A session before an appointment that is still to come does not use it up.
     */
    Booking awaited(UUID appointmentId, Instant now) {
        var booking = activeBooking(appointmentId);
        var stage = came.get(appointmentId);
        if (stage != null && stage.present()) {
            throw new Refused(
                    Refusal.PATIENT_PRESENT,
                    "The patient is here for the appointment; record how the session ends, or void it, first.");
        }
        if (stage != null && stage.done() && !now.isBefore(booking.start())) {
            throw new Refused(Refusal.APPOINTMENT_OVER, "The session was given; book a new one instead.");
        }
        return booking;
    }

    /** An active one to which nobody is known to have come, for who asks only in case. */
    Optional<Booking> stillAwaited(UUID appointmentId) {
        return stillActive(appointmentId).filter(booking -> !came.containsKey(appointmentId));
    }

    /** As {@link #activeBooking}, for who asks only in case. */
    Optional<Booking> stillActive(UUID appointmentId) {
        return Optional.ofNullable(bookings.get(appointmentId))
                .filter(booking -> booking.state().active() && !erased);
    }

    /** The appointments that the patient is expected at, the next first. */
    List<Booking> active() {
        return bookings.values().stream()
                .filter(booking -> booking.state().active())
                .sorted(Comparator.comparing(Booking::start))
                .toList();
    }

    /** The appointments that the patient is expected at, besides one. */
    List<Booking> activeWithout(UUID appointmentId) {
        return active().stream()
                .filter(booking -> !booking.id().equals(appointmentId))
                .toList();
    }
}
