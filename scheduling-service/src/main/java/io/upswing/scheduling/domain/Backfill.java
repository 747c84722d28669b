package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a time that became free is offered to somebody who waits: only what they could be booked for at once, so that
 * who takes it is not refused. What is to be tried needs no desk; most who wait are out of the question before it.
 */
public final class Backfill {
    private Backfill() {}

    /** One for each vacancy and patient: an offer that is made twice is the same. */
    public static UUID offerId(UUID vacancyId, UUID patientId) {
        return DerivedId.of(vacancyId, patientId);
    }

    /** What would be booked: a session that is due, or the next later appointment of the course that moves up. */
    public static Optional<BookingCommand> wanted(Vacancy vacancy, Waiter waiter, OfferTerms terms, Instant now) {
        if (vacancy.start().isBefore(terms.firstStart(now)) || !waiter.mayBeAsked(vacancy, now)) {
            return Optional.empty();
        }
        var booked = waiter.booked(vacancy);
        return booked.isEmpty() ? session(vacancy, waiter) : later(vacancy, waiter);
    }

    private static Optional<BookingCommand> session(Vacancy vacancy, Waiter waiter) {
        var wish = waiter.wish();
        return waiter.isDueOn(vacancy.date())
                ? Optional.of(new Book(
                        offerId(vacancy.id(), wish.patientId()),
                        wish.patientId(),
                        wish.courseId(),
                        Kind.TREATMENT,
                        vacancy.start(),
                        vacancy.chairId(),
                        null,
                        null,
                        null,
                        null,
                        null))
                : Optional.empty();
    }

    /** Both are kept for the patient until they answer: the one must be over when the other begins. */
    private static Optional<BookingCommand> later(Vacancy vacancy, Waiter waiter) {
        return waiter.booked(vacancy).stream()
                .filter(booking -> booking.start().isAfter(vacancy.start()))
                .findFirst()
                .filter(booking -> booking.siteId().equals(vacancy.siteId()))
                .filter(booking -> !booking.start()
                        .isBefore(booking.stay().at(vacancy.start()).to()))
                .map(booking -> new Move(
                        booking.id(), waiter.wish().patientId(), vacancy.start(), vacancy.chairId(), null, null));
    }

    /** The offer, where the rules of booking allow what is wanted and the whole stay suits the patient. */
    public static Optional<SlotOffered> offer(
            BookingCommand wanted, Vacancy vacancy, Waiter waiter, Desk desk, OfferTerms terms, Instant now) {
        try {
            var placement = placement(wanted, waiter.file(), desk, now);
            var stay = placement.stay();
            var slot = placement.find(wanted, false, now).slot();
            var suits = waiter.wish().suits(vacancy.local(slot.start()), vacancy.local(stay.leaves(slot.start())));
            var watch = BookingDecider.watch(stay, slot.start());
            return suits
                    ? Optional.of(offered(wanted, vacancy, waiter.wish(), slot, watch, terms.expiry(slot.start(), now)))
                    : Optional.empty();
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    private static Placement placement(BookingCommand wanted, PatientFile file, Desk desk, Instant now) {
        return switch (wanted) {
            case Book book -> BookingDecider.placement(book, file, desk, now);
            case Move move -> BookingDecider.placement(move, file, desk, now);
        };
    }

    private static SlotOffered offered(
            BookingCommand wanted, Vacancy vacancy, Wish wish, Slot slot, @Nullable Watch watch, Instant expiresAt) {
        return new SlotOffered(
                offerId(vacancy.id(), wish.patientId()),
                wish.entryId(),
                wish.patientId(),
                wish.courseId(),
                vacancy.id(),
                wanted instanceof Move move ? move.appointmentId() : null,
                vacancy.siteId(),
                vacancy.zone().getId(),
                slot.chairId(),
                slot.start(),
                slot.end(),
                watch,
                expiresAt);
    }
}
