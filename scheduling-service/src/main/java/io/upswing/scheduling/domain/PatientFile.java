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
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a decision needs of one patient's stream: whether the patient is registered, and the appointments. */
public final class PatientFile {
    private final Map<UUID, Booking> bookings = new HashMap<>();
    private boolean known;
    private boolean erased;

    private PatientFile() {}

    public static PatientFile of(List<? extends SchedulingEvent> history) {
        var file = new PatientFile();
        history.forEach(file::evolve);
        return file;
    }

    private void evolve(SchedulingEvent event) {
        switch (event) {
            case PatientRegistered _ -> known = true;
            case PatientErased _ -> erased = true;
            case OfAppointment about -> bookings.put(about.appointmentId(), after(about));
            case OfSeveral several -> several.parts().forEach(this::evolve);
            case OfHold _, OfWaitlist _ -> {}
            case PatientChanged _ -> {}
            case OfSite _ -> {} // somebody gave a site's id for a patient's: nobody is known by it
        }
    }

    private Booking after(OfAppointment event) {
        return switch (event) {
            case AppointmentBooked booked -> Booking.of(booked);
            case AppointmentMoved moved -> before(event).moved(moved);
            case AppointmentConfirmed _ -> before(event).in(Booking.State.CONFIRMED);
            case AppointmentCancelled _ -> before(event).in(Booking.State.CANCELLED);
            case AppointmentNoShow _ -> before(event).in(Booking.State.NO_SHOW);
            case AppointmentDelayed _ -> before(event); // it keeps its time
        };
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

    /** What was to come is called off by the erasure; of what was before it nothing more is decided. */
    Booking activeBooking(UUID appointmentId) {
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

    /** The appointments that the patient is expected at, besides one. */
    List<Booking> activeWithout(UUID appointmentId) {
        return bookings.values().stream()
                .filter(booking -> booking.state().active())
                .filter(booking -> !booking.id().equals(appointmentId))
                .sorted(Comparator.comparing(Booking::start))
                .toList();
    }
}
