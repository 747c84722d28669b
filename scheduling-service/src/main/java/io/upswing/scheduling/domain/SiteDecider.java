package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.CalendarRevoked;
import io.upswing.scheduling.events.SchedulingEvent.CalendarShared;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureRemoved;
import io.upswing.scheduling.events.SchedulingEvent.DurationsSet;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import java.util.List;
import java.util.Optional;

/** The rules of sites, their chairs, hours of work and closures. */
public final class SiteDecider {
    private SiteDecider() {}

    /** Whatever the fact is, a site is opened once and everything else is of an open site. */
    public static Optional<SchedulingEvent> decide(OfSite fact, List<? extends SchedulingEvent> history) {
        return switch (fact) {
            case SiteOpened opened -> history.isEmpty() ? Optional.of(opened) : Optional.empty();
            case ShiftAdded added -> add(added, history);
            case ChairAdded _, ClosureAdded _, DurationsSet _, CalendarShared _ ->
                Optional.of(inOpenSite(fact, history));
            case ShiftRemoved removed -> remove(removed, history);
            case ClosureRemoved removed -> remove(removed, history);
            case CalendarRevoked _ ->
                history.contains(fact) ? Optional.empty() : Optional.of(inOpenSite(fact, history));
        };
    }

    /** Who has two shifts at once would count as two who watch patients. */
    private static Optional<SchedulingEvent> add(ShiftAdded fact, List<? extends SchedulingEvent> history) {
        OnDuty.like(fact, history).overlapping(fact.duties()).ifPresent(duty -> {
            throw new Refused(
                    Refusal.SHIFT_OVERLAPS,
                    "The same person is on duty as " + fact.role() + " from " + duty.from() + " until " + duty.to()
                            + "; call that off first.");
        });
        return Optional.of(inOpenSite(fact, history));
    }

    private static Optional<SchedulingEvent> remove(ShiftRemoved fact, List<? extends SchedulingEvent> history) {
        if (history.stream().noneMatch(event -> event instanceof ShiftAdded added && isOf(fact, added))) {
            throw new Refused(Refusal.NO_SUCH_SHIFT, "There is no such shift.");
        }
        var gone = history.contains(fact) || history.contains(new ShiftRemoved(fact.siteId(), fact.shiftId(), null));
        return gone ? Optional.empty() : Optional.of(fact);
    }

    private static boolean isOf(ShiftRemoved fact, ShiftAdded added) {
        return added.shiftId().equals(fact.shiftId())
                && (fact.from() == null
                        || added.duties().stream().anyMatch(duty -> duty.from().equals(fact.from())));
    }

    private static Optional<SchedulingEvent> remove(ClosureRemoved fact, List<? extends SchedulingEvent> history) {
        if (history.stream()
                .noneMatch(event ->
                        event instanceof ClosureAdded added && added.closureId().equals(fact.closureId()))) {
            throw new Refused(Refusal.NO_SUCH_CLOSURE, "There is no such closure.");
        }
        return history.contains(fact) ? Optional.empty() : Optional.of(fact);
    }

    private static OfSite inOpenSite(OfSite fact, List<? extends SchedulingEvent> history) {
        if (history.stream().noneMatch(SiteOpened.class::isInstance)) {
            throw Refused.noSuchSite();
        }
        return fact;
    }
}
