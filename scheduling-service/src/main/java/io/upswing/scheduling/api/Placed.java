package io.upswing.scheduling.api;

import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.domain.Waitlist;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.OfHold;
import io.upswing.scheduling.events.SchedulingEvent.OfPlace;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfWaitlist;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an appointment stands; {@code warnings}: what to think of before leaving it so. */
record Placed(
        UUID appointmentId,
        Instant start,
        Instant end,
        UUID chairId,
        @Nullable List<Warning> warnings) {

    static Placed of(SchedulingEvent event) {
        return switch (event) {
            case OfPlace placed ->
                new Placed(
                        placed.appointmentId(),
                        placed.start(),
                        placed.end(),
                        placed.chairId(),
                        placed.warnings().isEmpty() ? null : placed.warnings());
            case AppointmentConfirmed _,
                    AppointmentCancelled _,
                    AppointmentNoShow _,
                    AppointmentDelayed _,
                    PatientRegistered _,
                    PatientChanged _,
                    PatientErased _,
                    OfSeveral _,
                    OfHold _,
                    OfWaitlist _,
                    OfSite _ -> throw new IllegalStateException("Places nothing: " + event);
        };
    }

    /** Nothing was booked: the offer was taken already, or the appointment that was to move is there without it. */
    static Placed asTaken(UUID offerId, List<Recorded<SchedulingEvent>> history) {
        var offer = Waitlist.of(events(history)).offer(offerId);
        var taken = offer.appointmentId() == null ? offer.made().appointmentId() : offer.appointmentId();
        return asItStands(Objects.requireNonNull(taken), history);
    }

    private static List<SchedulingEvent> events(List<Recorded<SchedulingEvent>> history) {
        return history.stream().map(Recorded::event).toList();
    }

    /** Nothing was moved: the appointment was there already. */
    static Placed asItStands(UUID appointmentId, List<Recorded<SchedulingEvent>> history) {
        var booking = PatientFile.of(events(history)).booking(appointmentId);
        return new Placed(booking.id(), booking.start(), booking.end(), booking.chairId(), null);
    }
}
