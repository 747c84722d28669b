package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Duties that come again each week. */
public final class Roster {
    private Roster() {}

    /**
     * The first as it was given; the others at the same local times at the site, on both sides of a clock change, as long as
     * they begin no later than {@code until}. A duty of which a clock change leaves nothing is not one.
     */
    public static List<Duty> weekly(Duty first, ZoneId zone, LocalDate until) {
        var duties = new ArrayList<>(List.of(first));
        var from = first.from().atZone(zone).toLocalDateTime();
        var to = first.to().atZone(zone).toLocalDateTime();
        for (int weeks = 1; !from.plusWeeks(weeks).toLocalDate().isAfter(until); weeks++) {
            var duty = new Duty(at(from.plusWeeks(weeks), zone), at(to.plusWeeks(weeks), zone));
            if (duty.from().isBefore(duty.to())) {
                duties.add(duty);
            }
        }
        return duties;
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
