package io.upswing.scheduling.api;

import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.Warning;
import java.time.Instant;
import java.util.List;
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
            case AppointmentBooked booked -> of(booked);
            case AppointmentMoved moved -> of(moved);
            case SchedulingEvent other -> throw new IllegalStateException("Places nothing: " + other);
        };
    }

    /** Nothing was moved: the appointment was there already. */
    static Placed asItStands(UUID appointmentId, List<Recorded<SchedulingEvent>> history) {
        var booking =
                PatientFile.of(history.stream().map(Recorded::event).toList()).booking(appointmentId);
        return new Placed(booking.id(), booking.start(), booking.end(), booking.chairId(), null);
    }

    private static Placed of(AppointmentBooked booked) {
        return new Placed(
                booked.appointmentId(), booked.start(), booked.end(), booked.chairId(), orNull(booked.warnings()));
    }

    private static Placed of(AppointmentMoved moved) {
        return new Placed(moved.appointmentId(), moved.start(), moved.end(), moved.chairId(), orNull(moved.warnings()));
    }

    private static @Nullable List<Warning> orNull(List<Warning> warnings) {
        return warnings.isEmpty() ? null : warnings;
    }
}
