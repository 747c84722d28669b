package io.upswing.scheduling.view;

import java.util.List;
import java.util.UUID;

/** A chair as it is shown. */
public record ChairView(UUID chairId, String name, List<String> routes) {
    static ChairView of(ChairRow row) {
        return new ChairView(row.chairId, row.name, row.routeList());
    }
}
