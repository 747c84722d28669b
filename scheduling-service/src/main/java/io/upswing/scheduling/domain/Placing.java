package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.series.CourseFacts;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is recorded of a visit of a plan. */
final class Placing {
    private Placing() {}

    static AppointmentBooked booked(
            UUID id, CourseFacts facts, Site site, Stay stay, @Nullable BigDecimal doseMg, Visit visit) {
        var slot = visit.choice().slot();
        return new AppointmentBooked(
                id,
                facts.prescription().patientId(),
                facts.courseId(),
                site.id(),
                slot.chairId(),
                BookingCommand.Kind.TREATMENT.name(),
                slot.start(),
                slot.end(),
                (int) stay.turnover().toMinutes(),
                site.zone().getId(),
                doseMg,
                null,
                visit.warnings(),
                BookingDecider.watch(stay, slot.start()),
                null,
                null);
    }

    static AppointmentMoved moved(Booking booking, UUID patientId, Visit visit) {
        var slot = visit.choice().slot();
        return new AppointmentMoved(
                booking.id(),
                patientId,
                booking.courseId(),
                booking.siteId(),
                booking.zone(),
                booking.chairId(),
                booking.start(),
                booking.end(),
                slot.chairId(),
                slot.start(),
                slot.end(),
                visit.warnings(),
                null,
                null);
    }
}
