package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** When one person is on duty in one role at a site, as its events leave it. */
final class OnDuty {
    private final Map<UUID, List<Duty>> shifts = new HashMap<>();

    private OnDuty() {}

    /** As who is to have the shift too. */
    static OnDuty like(ShiftAdded shift, List<? extends SchedulingEvent> history) {
        var onDuty = new OnDuty();
        for (var event : history) {
            if (event instanceof ShiftAdded added && samePerson(shift, added)) {
                onDuty.shifts.put(added.shiftId(), added.duties());
            } else if (event instanceof ShiftRemoved removed) {
                onDuty.shifts.computeIfPresent(removed.shiftId(), (id, duties) -> left(duties, removed));
            }
        }
        return onDuty;
    }

    private static boolean samePerson(ShiftAdded one, ShiftAdded other) {
        return one.staffId().equals(other.staffId()) && one.role().equals(other.role());
    }

    private static List<Duty> left(List<Duty> duties, ShiftRemoved removed) {
        return duties.stream()
                .filter(duty -> removed.from() != null && !duty.from().equals(removed.from()))
                .toList();
    }

    /** One of the duties there are, within which one of the others lies in part. */
    Optional<Duty> overlapping(List<Duty> others) {
        return shifts.values().stream()
                .flatMap(Collection::stream)
                .filter(duty -> others.stream().anyMatch(other -> overlap(duty, other)))
                .findFirst();
    }

    private static boolean overlap(Duty one, Duty other) {
        return one.from().isBefore(other.to()) && other.from().isBefore(one.to());
    }
}
