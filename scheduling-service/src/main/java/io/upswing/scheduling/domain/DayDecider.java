package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What becomes of appointments as a day goes on, without anybody asking: nothing, where it was said or is over already. */
public final class DayDecider {
    private DayDecider() {}

    public static Optional<SchedulingEvent> delay(Day.Delay delay, PatientFile file) {
        return file.stillActive(delay.appointmentId())
                .filter(booking -> booking.start().equals(delay.start()))
                .filter(booking -> Duration.between(booking.knownStart(), delay.expectedStart())
                                .abs()
                                .compareTo(Grid.STEP)
                        >= 0)
                .map(booking -> new AppointmentDelayed(
                        booking.id(), delay.patientId(), booking.courseId(), delay.behind(), delay.expectedStart()));
    }

    /** {@code grace}: how long after the start that the patient knows somebody may still come. */
    public static Optional<SchedulingEvent> miss(
            UUID appointmentId, UUID patientId, PatientFile file, Instant now, Duration grace) {
        return file.stillAwaited(appointmentId)
                .filter(booking -> !now.isBefore(
                        later(booking.start(), booking.knownStart()).plus(grace)))
                .map(booking -> new AppointmentNoShow(booking.id(), patientId, booking.courseId(), booking.date()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
