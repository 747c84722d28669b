package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.Stay.Watching;
import io.upswing.session.events.Schedule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a session keeps a chair (DUE-RULES 0), part by part in minutes; {@code perFurtherDevice} is added to
 * {@code dosing} for each nasal device after the first, {@code deviceMg} is null for other routes. {@code prescriber}:
 * whether one must be on the site from the first dose until observation ends, as a REMS asks.
 */
public record ChairTime(
        int checkIn,
        int dosing,
        int perFurtherDevice,
        int observation,
        int discharge,
        int turnover,
        @Nullable BigDecimal deviceMg,
        @Nullable BigDecimal largestDoseMg,
        boolean prescriber) {
    private static final int USUAL_VISIT = 30;

    public static ChairTime of(Schedule schedule) {
        var times = schedule.durations();
        return new ChairTime(
                times.checkIn(),
                times.dosing(),
                times.perFurtherDevice(),
                schedule.observation().minutes(),
                times.discharge(),
                times.turnover(),
                schedule.doses().deviceMg(),
                schedule.doses().allowed().stream().max(BigDecimal::compareTo).orElse(null),
                schedule.rems());
    }

    /** As a site does it; nobody is observed for less than the protocol says. */
    ChairTime at(Durations site) {
        return new ChairTime(
                given(site.checkIn(), checkIn),
                dosing,
                perFurtherDevice,
                Math.max(given(site.observation(), observation), observation),
                given(site.discharge(), discharge),
                given(site.turnover(), turnover),
                deviceMg,
                largestDoseMg,
                prescriber);
    }

    private static int given(@Nullable Integer minutes, int otherwise) {
        return minutes == null ? otherwise : minutes;
    }

    /** For a dose; without one, for the largest of the protocol, so that a chair is never promised too early. */
    Stay forDose(@Nullable BigDecimal doseMg) {
        var parts = partsFor(doseMg);
        var observed = parts.checkIn().plus(parts.dosing()).plus(parts.observation());
        return new Stay(
                observed.plus(parts.discharge()).plus(parts.turnover()),
                parts.turnover(),
                new Watching(parts.checkIn(), observed, prescriber));
    }

    Parts partsFor(@Nullable BigDecimal doseMg) {
        var given = dosing + perFurtherDevice * furtherDevices(doseMg == null ? largestDoseMg : doseMg);
        return Parts.ofMinutes(checkIn, given, observation, discharge, turnover);
    }

    private int furtherDevices(@Nullable BigDecimal dose) {
        if (dose == null || deviceMg == null) {
            return 0;
        }
        return Math.max(0, dose.divide(deviceMg, 0, RoundingMode.CEILING).intValue() - 1);
    }

    /** A talk in a room, without observation or turnover; {@code minutes} null: as long as usual. */
    static Stay ofVisit(@Nullable Integer minutes) {
        return new Stay(Duration.ofMinutes(given(minutes, USUAL_VISIT)), Duration.ZERO, null);
    }
}
