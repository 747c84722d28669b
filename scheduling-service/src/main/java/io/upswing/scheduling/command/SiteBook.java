package io.upswing.scheduling.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.domain.SiteDecider;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.view.Taken;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Records sites, their chairs and their staff: while one decides about a site, nobody books there. */
@Singleton
public class SiteBook {
    private final EventLog<SchedulingEvent> log;
    private final Taken taken;
    private final InstantSource clock;

    SiteBook(EventLog<SchedulingEvent> log, Taken taken, InstantSource clock) {
        this.log = log;
        this.taken = taken;
        this.clock = clock;
    }

    /** What was said of a shift or a closure when it was added: its id is that of the event. It may be gone since. */
    public <E extends OfSite> Optional<E> added(String clinic, UUID id, Class<E> type) {
        return log.find(clinic, id)
                .flatMap(row -> log.history(clinic, row.record().stream()).stream()
                        .filter(recorded -> recorded.id().equals(id))
                        .map(Recorded::event)
                        .filter(type::isInstance)
                        .map(type::cast)
                        .findFirst());
    }

    public Outcome<SchedulingEvent> handle(Request request, OfSite fact) {
        return log.execute(request, fact.siteId(), history -> {
            taken.awaitTurn(fact.siteId());
            return SiteDecider.decide(
                            fact, history.stream().map(Recorded::event).toList())
                    .map(event -> Draft.of(event, clock.instant()));
        });
    }
}
