package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import java.util.List;
import java.util.UUID;

/** A site as it is shown. */
public record SiteView(
        UUID siteId,
        String name,
        String timeZone,
        List<OpeningHours> hours,
        boolean certifiedRems,
        Durations durations) {
    static SiteView of(SiteRow row) {
        return new SiteView(
                row.siteId, row.name, row.timeZone, row.openingHours(), row.certifiedRems, row.ownDurations());
    }
}
