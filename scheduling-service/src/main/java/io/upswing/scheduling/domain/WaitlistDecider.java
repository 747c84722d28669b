package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Who may wait, and what may be answered to an offer. Asking twice is fine. */
public final class WaitlistDecider {
    private WaitlistDecider() {}

    /** {@code today}: at the site. */
    public static Optional<SchedulingEvent> join(
            WaitlistJoined wish, PatientFile file, CourseAtDesk course, LocalDate today) {
        file.requirePresent();
        BookingDecider.requirePatient(course, wish.patientId());
        CourseDates.of(course, List.of(), today).requireRunning(today);
        return Optional.of(wish);
    }

    public static Optional<SchedulingEvent> leave(UUID entryId, UUID patientId, Waitlist list) {
        return switch (list.entry(entryId)) {
            case WAITING -> Optional.of(new WaitlistLeft(entryId, patientId));
            case SERVED, LEFT -> Optional.empty();
        };
    }

    public static Optional<SchedulingEvent> decline(UUID offerId, UUID patientId, Waitlist list) {
        var offer = list.offer(offerId);
        return switch (offer.state()) {
            case OPEN -> Optional.of(new OfferDeclined(offerId, offer.made().entryId(), patientId));
            case DECLINED -> Optional.empty();
            case TAKEN ->
                throw new Refused(
                        Refusal.OFFER_OVER, "Appointment " + offer.appointmentId() + " took it; cancel that instead.");
        };
    }

    /**
     * How the time of an offer is booked, which the rules of booking decide about, also when it has expired; empty when it
     * was, and what took it still stands. The appointment that would be given up for it is moved, unless it was called off meanwhile.
     */
    public static Optional<BookingCommand> accept(
            UUID offerId, UUID newAppointment, UUID patientId, PatientFile file, Waitlist list) {
        var offer = list.offer(offerId);
        return switch (offer.state()) {
            case OPEN -> Optional.of(booking(offer, newAppointment, patientId, file));
            case TAKEN -> {
                file.activeBooking(Objects.requireNonNull(offer.appointmentId()));
                yield Optional.empty();
            }
            case DECLINED -> throw new Refused(Refusal.OFFER_OVER, "The offer was declined; book the time instead.");
        };
    }

    private static BookingCommand booking(Offer offer, UUID newAppointment, UUID patientId, PatientFile file) {
        var made = offer.made();
        var own = made.appointmentId();
        return own != null && file.booking(own).state().active()
                ? new Move(own, patientId, made.start(), made.chairId(), offer.id(), null)
                : new Book(
                        newAppointment,
                        patientId,
                        made.courseId(),
                        Kind.TREATMENT,
                        made.start(),
                        made.chairId(),
                        null,
                        null,
                        null,
                        offer.id(),
                        null);
    }
}
