package io.upswing.scheduling.domain;

import java.util.List;
import java.util.UUID;

/** A chair or room; {@code routes}: IV, IM, IN. */
public record Chair(UUID id, String name, List<String> routes) {
    public Chair {
        routes = List.copyOf(routes);
    }
}
