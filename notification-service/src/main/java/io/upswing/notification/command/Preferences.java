package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Person;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.ChannelConsent;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.view.Plans;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records how patients, and who acts for them, want to be written to. */
@Singleton
public class Preferences {
    private static final String SOURCE = "PREFERENCES_PAGE";

    private final EventLog<NotificationEvent> log;
    private final Plans plans;
    private final InstantSource clock;

    Preferences(EventLog<NotificationEvent> log, Plans plans, InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.clock = clock;
    }

    /** Whether a link has served; {@code eventId}: of the event that uses it. */
    public boolean isSaid(String clinic, UUID eventId) {
        return log.find(clinic, eventId).isPresent();
    }

    /** @param link what was said by, as evidence */
    public void say(
            String clinic,
            UUID eventId,
            UUID link,
            UUID patientId,
            Person sayer,
            Map<Channel, Boolean> channels,
            @Nullable Channel preferred) {
        var said = new ConsentChanged(
                patientId,
                channels.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new ChannelConsent(each.getKey().name(), each.getValue()))
                        .toList(),
                preferred == null ? null : preferred.name(),
                SOURCE,
                link.toString(),
                Person.saidBy(EnumSet.of(sayer)));
        log.execute(new Request(clinic, actor(sayer), eventId, null, null), patientId, history -> {
            plans.lock(Set.of(patientId));
            return Optional.of(Draft.of(said, clock.instant()));
        });
    }

    private static String actor(Person sayer) {
        return sayer.name().toLowerCase(Locale.ROOT);
    }
}
