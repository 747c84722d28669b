package io.upswing.scheduling.simulation;

import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Where and when a clinic is simulated; {@code change}: the date on which the clocks change there. */
record Scene(String name, ZoneId zone, LocalDate change, List<OpeningHours> hours) {
    static final List<Scene> ALL = List.of(
            scene("by day, New York in spring", "America/New_York", "2026-03-08", "08:00", "17:00"),
            scene("by day, New York in autumn", "America/New_York", "2026-11-01", "08:00", "17:00"),
            scene("day and night, New York in spring", "America/New_York", "2026-03-08", "00:00", "00:00"),
            scene("day and night, New York in autumn", "America/New_York", "2026-11-01", "00:00", "00:00"),
            scene("with a break, Berlin in spring", "Europe/Berlin", "2026-03-29", "07:00", "12:00", "13:00", "00:00"),
            scene("with a break, Berlin in autumn", "Europe/Berlin", "2026-10-25", "01:30", "12:00", "12:30", "19:00"));

    private static Scene scene(String name, String zone, String change, String... opensAndCloses) {
        var hours = Arrays.stream(DayOfWeek.values())
                .flatMap(day -> Stream.iterate(0, i -> i < opensAndCloses.length, i -> i + 2)
                        .map(i -> new OpeningHours(
                                day, LocalTime.parse(opensAndCloses[i]), LocalTime.parse(opensAndCloses[i + 1]))))
                .toList();
        return new Scene(name, ZoneId.of(zone), LocalDate.parse(change), hours);
    }

    /** A fortnight before the change, on which it is simulated from. */
    LocalDate begin() {
        return change.minusDays(12);
    }

    @Override
    public String toString() {
        return name;
    }
}
