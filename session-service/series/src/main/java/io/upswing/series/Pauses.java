package io.upswing.series;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * R13: a pause holds from its date up to the day before the next resumption, which ends every pause begun up to it: a
 * course is either paused or not, however many pauses were recorded and in whatever order.
 */
final class Pauses {
    private Pauses() {}

    /** The pause that holds on {@code day}, of several the first; null when there is none. */
    static @Nullable DatedFact on(LocalDate day, CourseFacts facts) {
        var resumed = lastUpTo(day, facts.status().resumptions());
        for (var pause : facts.status().pauses()) {
            if (!pause.on().isAfter(day) && (resumed == null || pause.on().isAfter(resumed.on()))) {
                return pause;
            }
        }
        return null;
    }

    static boolean resumedOn(LocalDate day, CourseFacts facts) {
        var resumed = lastUpTo(day, facts.status().resumptions());
        return resumed != null && resumed.on().equals(day);
    }

    private static @Nullable DatedFact lastUpTo(LocalDate day, List<DatedFact> facts) {
        for (var fact : facts.reversed()) {
            if (!fact.on().isAfter(day)) {
                return fact;
            }
        }
        return null;
    }
}
