package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Adoption;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.PolicyCheck;
import io.upswing.notification.domain.Texts;
import io.upswing.notification.events.NotificationEvent;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Records that a clinic's reminders follow other policies from now on. */
@Singleton
public class Adoptions {
    private final EventLog<NotificationEvent> log;
    private final Carriers carriers;
    private final Texts texts;
    private final InstantSource clock;

    Adoptions(EventLog<NotificationEvent> log, Carriers carriers, Texts texts, InstantSource clock) {
        this.log = log;
        this.carriers = carriers;
        this.texts = texts;
        this.clock = clock;
    }

    /** Why they cannot be adopted; empty when they can. */
    public List<PolicyCheck.Fault> faults(Policies policies) {
        return PolicyCheck.of(policies, carriers.channels(), texts);
    }

    public Outcome<NotificationEvent> adopt(Request request, Policies policies) {
        var adopted = Adoption.event(request.clinic(), policies);
        return log.execute(request, adopted.policiesId(), history -> Optional.of(Draft.of(adopted, clock.instant())));
    }
}
