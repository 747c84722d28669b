package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Whether a time may be kept for somebody who decides: whether it could be booked. */
public final class HoldDecider {
    private HoldDecider() {}

    /** {@code wish}: what would be booked; the id of its appointment is the hold's. */
    public static SchedulingEvent hold(Book wish, Duration lasts, PatientFile file, Desk desk, Instant now) {
        var placement = BookingDecider.placement(wish, file, desk, now);
        var slot = placement.find(wish, false, now).slot();
        return new SlotHeld(
                wish.appointmentId(),
                wish.patientId(),
                wish.courseId(),
                desk.site().id(),
                slot.chairId(),
                wish.kind().name(),
                slot.start(),
                slot.end(),
                BookingDecider.watch(placement.stay(), slot.start()),
                now.plus(lasts).truncatedTo(ChronoUnit.MILLIS));
    }

    /** Nothing where it keeps nobody out any more. To give back an offer is to decline it. */
    public static Optional<SchedulingEvent> giveBack(UUID holdId, UUID patientId, PatientFile file, Instant now) {
        return file.hold(holdId)
                .filter(hold -> hold.standsAt(now))
                .map(hold -> hold.entryId() == null
                        ? new HoldReleased(holdId, patientId)
                        : new OfferDeclined(holdId, hold.entryId(), patientId));
    }
}
