package io.upswing.series;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the course's appointments is for the session that is due. */
final class Bookings {
    private Bookings() {}

    /** The first booked one after the last session that has not gone by unused. */
    static @Nullable Appointment next(List<Appointment> appointments, Situation situation) {
        var last = situation.progress().last();
        return appointments.stream()
                .filter(appointment -> appointment.status() == Appointment.Status.BOOKED)
                .filter(appointment -> !appointment.on().isBefore(situation.asOf()))
                .filter(appointment -> last == null || appointment.on().isAfter(last.on()))
                .min(Comparator.comparing(Appointment::on).thenComparing(Appointment::id))
                .orElse(null);
    }
}
