package io.upswing.scheduling.domain;

import java.util.List;
import java.util.stream.Stream;

/** For a patient every chair is taken while they are at another appointment; their turnover may overlap with it. */
final class Elsewhere {
    private Elsewhere() {}

    static List<Occupied> and(List<Occupied> taken, List<Chair> chairs, List<Booking> others, Stay stay) {
        if (others.isEmpty()) {
            return taken;
        }
        var away = chairs.stream()
                .flatMap(chair -> others.stream().map(other -> new Occupied(during(other, chair, stay), null)));
        return Stream.concat(taken.stream(), away).toList();
    }

    /** One that is no longer than the turnover would leave nothing to be kept out of: it is not overlapped at all. */
    private static Slot during(Booking other, Chair chair, Stay stay) {
        var from = other.start().plus(stay.turnover());
        return new Slot(from.isBefore(other.leaves()) ? from : other.start(), other.leaves(), chair.id());
    }
}
