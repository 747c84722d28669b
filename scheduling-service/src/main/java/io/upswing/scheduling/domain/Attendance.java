package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Somebody came for a session of a course; {@code appointmentId}: for which appointment, where it was said. */
public record Attendance(
        UUID sessionId, UUID courseId, @Nullable UUID appointmentId, Stage stage) {

    /**
     * An appointment for a treatment of a course that was not called off; {@code placedAt}: when it got its time;
     * {@code stands}: it was not given up either.
     */
    public record Wanted(UUID appointmentId, UUID courseId, Instant placedAt, boolean stands) {
        private boolean named(Attendance visit) {
            return appointmentId.equals(visit.appointmentId());
        }

        /** Who had left before it got its time was not there for it: what was sent home is moved to another time. */
        private boolean mayBeOf(Attendance visit) {
            return visit.courseId().equals(courseId)
                    && !(visit.stage() instanceof Stage.Left left && !left.at().isAfter(placedAt));
        }
    }

    /**
     * Which visit was for which appointment of one day: first what was said at the check-in, then what is left of the same
     * course; and those that stand before those given up, in whose place another may have been booked since. Both are in
     * the order of the day, and nobody comes for two appointments at once.
     */
    public static Map<UUID, Attendance> matched(List<Wanted> wanted, Collection<Attendance> visits) {
        var matched = new HashMap<UUID, Attendance>();
        match(wanted, visits, matched, (appointment, visit) -> appointment.stands() && appointment.named(visit));
        match(wanted, visits, matched, (appointment, visit) -> appointment.stands() && visit.appointmentId() == null);
        match(wanted, visits, matched, (appointment, visit) -> appointment.stands());
        match(wanted, visits, matched, Wanted::named);
        match(wanted, visits, matched, (appointment, visit) -> true);
        return matched;
    }

    private static void match(
            List<Wanted> wanted,
            Collection<Attendance> visits,
            Map<UUID, Attendance> matched,
            BiPredicate<Wanted, Attendance> fits) {
        var taken = new HashSet<>(matched.values());
        for (var appointment : wanted) {
            if (!matched.containsKey(appointment.appointmentId())) {
                visits.stream()
                        .filter(appointment::mayBeOf)
                        .filter(visit -> fits.test(appointment, visit) && taken.add(visit))
                        .findFirst()
                        .ifPresent(visit -> matched.put(appointment.appointmentId(), visit));
            }
        }
    }
}
