package io.upswing.scheduling.domain;

import io.upswing.session.events.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a session keeps a chair (DUE-RULES 0): check-in, dosing, observation, discharge and turnover, in {@code minutes}
 * with one nasal device, and {@code perFurtherDevice} more for each other one. {@code deviceMg} is null for other routes.
 * {@code turnover}: the last of the minutes.
 */
public record ChairTime(
        int minutes,
        int perFurtherDevice,
        int turnover,
        @Nullable BigDecimal deviceMg,
        @Nullable BigDecimal largestDoseMg) {
    private static final Stay CONSULTATION = new Stay(Duration.ofMinutes(30), Duration.ZERO);

    public static ChairTime of(Schedule schedule) {
        var times = schedule.durations();
        var observed = schedule.observation().minutes();
        return new ChairTime(
                times.checkIn() + times.dosing() + observed + times.discharge() + times.turnover(),
                times.perFurtherDevice(),
                times.turnover(),
                schedule.doses().deviceMg(),
                schedule.doses().allowed().stream().max(BigDecimal::compareTo).orElse(null));
    }

    /** For a dose; without one, for the largest of the protocol, so that a chair is never promised too early. */
    Stay forDose(@Nullable BigDecimal doseMg) {
        var dose = doseMg == null ? largestDoseMg : doseMg;
        return new Stay(
                Duration.ofMinutes(minutes + (long) perFurtherDevice * furtherDevices(dose)),
                Duration.ofMinutes(turnover));
    }

    private int furtherDevices(@Nullable BigDecimal dose) {
        if (dose == null || deviceMg == null) {
            return 0;
        }
        return Math.max(0, dose.divide(deviceMg, 0, RoundingMode.CEILING).intValue() - 1);
    }

    static Stay ofConsultation() {
        return CONSULTATION;
    }
}
