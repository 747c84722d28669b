package io.upswing.scheduling.api;

import io.upswing.scheduling.domain.AppointmentCommand;
import io.upswing.scheduling.domain.Booking;
import java.util.UUID;

/** What an appointment is after a command, or was already. */
record Became(UUID appointmentId, Booking.State state) {
    static Became by(AppointmentCommand command) {
        var state = switch (command) {
            case AppointmentCommand.Confirm _ -> Booking.State.CONFIRMED;
            case AppointmentCommand.Cancel _ -> Booking.State.CANCELLED;
            case AppointmentCommand.ReportNoShow _ -> Booking.State.NO_SHOW;
        };
        return new Became(command.appointmentId(), state);
    }
}
