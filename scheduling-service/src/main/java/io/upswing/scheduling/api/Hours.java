package io.upswing.scheduling.api;

import io.upswing.http.BadInput;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When a site is open on a day of the week; midnight closes the day. */
record Hours(
        @NotNull DayOfWeek day,
        @NotNull LocalTime opens,
        @NotNull LocalTime closes) {

    /** Sorted; refuses hours that close before they open or overlap. */
    static List<OpeningHours> inOrder(List<Hours> hours) {
        for (int i = 0; i < hours.size(); i++) {
            if (hours.get(i).lastSecond() <= hours.get(i).opens().toSecondOfDay()) {
                throw new BadInput("hours." + i + ".closes", "must be after opens");
            }
        }
        var sorted = new ArrayList<>(hours);
        sorted.sort(Comparator.comparing(Hours::day).thenComparing(Hours::opens));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new BadInput(
                        "hours", "must not overlap on " + sorted.get(i).day());
            }
        }
        return sorted.stream()
                .map(open -> new OpeningHours(open.day(), open.opens(), open.closes()))
                .toList();
    }

    private boolean overlaps(Hours before) {
        return day == before.day && opens.toSecondOfDay() < before.lastSecond();
    }

    private int lastSecond() {
        return closes.equals(LocalTime.MIDNIGHT) ? 24 * 60 * 60 : closes.toSecondOfDay();
    }
}
