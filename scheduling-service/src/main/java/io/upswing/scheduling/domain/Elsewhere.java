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
                .flatMap(chair -> others.stream()
                        .map(other -> new Occupied(
                                new Slot(other.start().plus(stay.turnover()), other.leaves(), chair.id()), null)));
        return Stream.concat(taken.stream(), away).toList();
    }
}
