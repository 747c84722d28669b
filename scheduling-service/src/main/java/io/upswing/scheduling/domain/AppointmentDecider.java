package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What may become of an appointment. Asking twice is fine. */
public final class AppointmentDecider {
    private AppointmentDecider() {}

    public static Optional<SchedulingEvent> decide(
            AppointmentCommand command, UUID patientId, PatientFile file, Instant now) {
        return switch (command) {
            case AppointmentCommand.Confirm confirm -> confirm(confirm, patientId, file);
            case AppointmentCommand.Cancel cancel -> cancel(cancel, patientId, file, now);
            case AppointmentCommand.ReportNoShow missed -> noShow(missed, patientId, file, now);
        };
    }

    /** What a patient answers who saw the appointment at a time: about another they were not asked. */
    public static Optional<SchedulingEvent> decideAsSeen(
            AppointmentCommand command, Instant seen, UUID patientId, PatientFile file, Instant now) {
        var start = file.activeBooking(command.appointmentId()).start();
        if (!start.equals(seen)) {
            throw new Refused(Refusal.APPOINTMENT_ELSEWHEN, "The appointment is at " + start + " by now.");
        }
        return decide(command, patientId, file, now);
    }

    private static Optional<SchedulingEvent> confirm(
            AppointmentCommand.Confirm command, UUID patientId, PatientFile file) {
        var booking = file.activeBooking(command.appointmentId());
        return booking.state() == Booking.State.CONFIRMED
                ? Optional.empty()
                : Optional.of(new AppointmentConfirmed(booking.id(), patientId, booking.courseId()));
    }

    private static Optional<SchedulingEvent> cancel(
            AppointmentCommand.Cancel command, UUID patientId, PatientFile file, Instant now) {
        if (file.booking(command.appointmentId()).state() == Booking.State.CANCELLED) {
            return Optional.empty();
        }
        var booking = file.awaited(command.appointmentId(), now);
        return Optional.of(new AppointmentCancelled(
                booking.id(), patientId, booking.courseId(), command.by().name(), command.reason()));
    }

    private static Optional<SchedulingEvent> noShow(
            AppointmentCommand.ReportNoShow command, UUID patientId, PatientFile file, Instant now) {
        if (file.booking(command.appointmentId()).state() == Booking.State.NO_SHOW) {
            return Optional.empty();
        }
        var booking = file.awaited(command.appointmentId(), now);
        if (now.isBefore(booking.start())) {
            throw new Refused(
                    Refusal.NOT_YET_STARTED, "The appointment starts at " + booking.start() + "; cancel it instead.");
        }
        return Optional.of(new AppointmentNoShow(booking.id(), patientId, booking.courseId(), booking.date()));
    }
}
