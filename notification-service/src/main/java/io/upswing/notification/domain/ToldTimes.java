package io.upswing.notification.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The times of each appointment that a patient was told of, one after the other. */
final class ToldTimes {
    private final Map<UUID, List<Instant>> times = new HashMap<>();

    ToldTimes(Collection<Dispatch> dispatches) {
        dispatches.stream()
                .filter(Dispatch::told)
                .sorted(Comparator.comparing(dispatch -> Objects.requireNonNull(dispatch.startedAt())))
                .forEach(this::add);
    }

    private void add(Dispatch dispatch) {
        if (About.of(dispatch.about()) instanceof About.AnAppointment told) {
            times.computeIfAbsent(told.appointmentId(), id -> new ArrayList<>()).add(told.start());
        }
    }

    /** 1, and one more for each time that another start was told after this one. */
    int round(UUID appointmentId, Instant start) {
        var told = times.getOrDefault(appointmentId, List.of());
        int round = 1;
        for (int i = 1; i < told.size(); i++) {
            if (told.get(i - 1).equals(start) && !told.get(i).equals(start)) {
                round++;
            }
        }
        return round;
    }
}
