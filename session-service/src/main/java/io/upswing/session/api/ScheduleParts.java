package io.upswing.session.api;

import io.upswing.session.events.Schedule.Day1Dose;
import io.upswing.session.events.Schedule.Doses;
import io.upswing.session.events.Schedule.Durations;
import io.upswing.session.events.Schedule.Observation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Doses, durations and observation of a protocol as its author hands it in. */
final class ScheduleParts {
    private ScheduleParts() {}

    record DosesBody(
            @NotNull @Name String unit,
            @Size(max = 50) @Nullable List<@NotNull BigDecimal> allowed,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal start,
            @Size(max = 20) @Nullable List<@NotNull @Valid Day1Body> day1,
            @Nullable BigDecimal deviceMg) {

        Doses doses() {
            return new Doses(
                    unit,
                    orNone(allowed),
                    min,
                    max,
                    start,
                    orNone(day1).stream().map(Day1Body::dose).toList(),
                    deviceMg);
        }
    }

    record Day1Body(
            @Nullable Integer ageFrom,
            @Nullable Integer ageBelow,
            @NotNull @Size(max = 50) List<@NotNull BigDecimal> allowed) {

        Day1Dose dose() {
            return new Day1Dose(ageFrom, ageBelow, allowed);
        }
    }

    record DurationsBody(
            @NotNull Integer checkIn,
            @NotNull Integer dosing,
            @NotNull Integer perFurtherDevice,
            @NotNull Integer discharge,
            @NotNull Integer turnover) {

        Durations durations() {
            return new Durations(checkIn, dosing, perFurtherDevice, discharge, turnover);
        }
    }

    record ObservationBody(
            @NotNull Integer minutes,
            @Nullable Integer unescortedMinutes,
            @NotNull Boolean untilResolved,
            @Nullable Boolean fromFirstDose) {

        Observation observation() {
            return new Observation(minutes, unescortedMinutes, untilResolved, fromFirstDose);
        }
    }

    /** A list that is not given is empty, as it is shown. */
    static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
