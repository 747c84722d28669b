package io.upswing.session.domain;

import io.upswing.session.domain.Session.GivenDose;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The three readings of vital signs that the monitoring form asks for; null: none was taken then. */
record FormReadings(
        @Nullable VitalsRecorded before,
        @Nullable VitalsRecorded at40Minutes,
        @Nullable VitalsRecorded atCompletion) {
    private static final FormReadings NONE = new FormReadings(null, null, null);

    private static final int MINUTES = 40;

    /** {@code end}: of the session, null while it runs. */
    static FormReadings of(Schedule schedule, Session session, Stream<VitalsRecorded> recorded, @Nullable Instant end) {
        var doses = session.doses().stream().map(GivenDose::at).sorted().toList();
        if (doses.isEmpty()) {
            return NONE;
        }
        var readings = recorded.sorted(Comparator.comparing(VitalsRecorded::at)).toList();
        var tolerance = tolerance(schedule);
        return new FormReadings(
                last(readings, Instant.MIN, doses.getFirst()),
                Readings.after(schedule, session, MINUTES)
                        .map(asked -> first(readings, asked.at(), asked.until()))
                        .orElse(null),
                atCompletion(readings, Observation.endsAt(schedule, session), end, tolerance));
    }

    /** Of whom leaves before the minimum is over, when they leave. */
    private static @Nullable VitalsRecorded atCompletion(
            List<VitalsRecorded> readings, @Nullable Instant minimum, @Nullable Instant end, Duration tolerance) {
        if (minimum == null || end == null) {
            return null;
        }
        var completed = minimum.isBefore(end) ? minimum : end;
        return last(readings, completed.minus(tolerance), end);
    }

    private static @Nullable VitalsRecorded first(List<VitalsRecorded> readings, Instant from, Instant to) {
        return readings.stream()
                .filter(reading -> isBetween(reading, from, to))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable VitalsRecorded last(List<VitalsRecorded> readings, Instant from, Instant to) {
        return readings.reversed().stream()
                .filter(reading -> isBetween(reading, from, to))
                .findFirst()
                .orElse(null);
    }

    private static boolean isBetween(VitalsRecorded reading, Instant from, Instant to) {
        return !reading.at().isBefore(from) && !reading.at().isAfter(to);
    }

    private static Duration tolerance(Schedule schedule) {
        var care = schedule.care();
        return care == null ? Duration.ZERO : Duration.ofMinutes(care.vitals().toleranceMinutes());
    }
}
