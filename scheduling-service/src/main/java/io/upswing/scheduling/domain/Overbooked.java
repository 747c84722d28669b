package io.upswing.scheduling.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one more is put beside others: never where somebody could then not book what is held for them. A hold is over soon,
 * and nobody may overtake it.
 */
record Overbooked(Site site, List<Chair> chairs, List<Occupied> taken, Stay stay) {

    Optional<Slot> at(Instant start) {
        var beside = chairs.stream().filter(chair -> !held(chair, start)).toList();
        if (beside.isEmpty() || takesMonitor(start)) {
            return Optional.empty();
        }
        var chair = new Openings(site, beside, taken, stay).leastTaken(start);
        return Optional.of(new Slot(start, stay.at(start).to(), chair.id()));
    }

    private Stream<Occupied> held() {
        return taken.stream().filter(Occupied::held);
    }

    private boolean held(Chair chair, Instant start) {
        return held().map(Occupied::slot)
                .filter(slot -> slot.chairId().equals(chair.id()))
                .anyMatch(slot -> new Span(slot.start(), slot.end()).overlaps(stay.at(start)));
    }

    /** Whether a monitor would have no room left for whom a time is held. */
    private boolean takesMonitor(Instant start) {
        var watch = stay.watch();
        return watch != null
                && site.staffing().monitored()
                && held().anyMatch(kept -> overlaps(kept.watched(), watch.at(start)) && !room(kept, watch.at(start)));
    }

    private static boolean overlaps(@Nullable Span kept, Span watched) {
        return kept != null && kept.overlaps(watched);
    }

    private boolean room(Occupied kept, Span watched) {
        var others = taken.stream().filter(other -> other != kept).map(Occupied::watched);
        var all = Stream.concat(others.filter(Objects::nonNull), Stream.of(watched));
        return site.staffing().room(all.toList()).hold(Objects.requireNonNull(kept.watched()));
    }
}
