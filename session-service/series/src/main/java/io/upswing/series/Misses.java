package io.upswing.series;

import java.time.LocalDate;
import java.util.List;

/** R15: how many targets have gone by since the last session, and how many appointments were missed. */
final class Misses {
    private Misses() {}

    static int targets(Situation situation) {
        var window = situation.window();
        if (window == null || situation.progress().last() == null) {
            return 0;
        }
        var targetTo = window.next().targetTo();
        if (!situation.asOf().isAfter(targetTo)) {
            return 0;
        }
        return 1 + (Weeks.days(targetTo, situation.asOf()) - 1) / window.step();
    }

    static int noShows(List<Appointment> appointments, LocalDate asOf) {
        var count = 0;
        for (var appointment : appointments) {
            if (appointment.status() == Appointment.Status.NO_SHOW
                    && !appointment.on().isAfter(asOf)) {
                count++;
            }
        }
        return count;
    }
}
