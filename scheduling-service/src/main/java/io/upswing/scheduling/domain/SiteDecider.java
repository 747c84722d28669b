package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import java.util.List;
import java.util.Optional;

/** The rules of sites and their chairs. */
public final class SiteDecider {
    private SiteDecider() {}

    /** Whatever the fact is, a site is opened once and chairs stand in open sites. */
    public static Optional<SchedulingEvent> decide(
            SchedulingEvent.OfSite fact, List<? extends SchedulingEvent> history) {
        return switch (fact) {
            case SiteOpened opened -> history.isEmpty() ? Optional.of(opened) : Optional.empty();
            case ChairAdded added -> Optional.of(inOpenSite(added, history));
        };
    }

    private static ChairAdded inOpenSite(ChairAdded added, List<? extends SchedulingEvent> history) {
        if (history.stream().noneMatch(SiteOpened.class::isInstance)) {
            throw new Refused(Refusal.NO_SUCH_SITE, "There is no such site.");
        }
        return added;
    }
}
