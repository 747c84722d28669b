package io.upswing.notification.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.Incoming;
import io.upswing.eventlog.Recorded;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.view.Offers;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Recipients;
import io.upswing.notification.view.Sites;
import io.upswing.notification.view.Slots;
import io.upswing.notification.view.Words;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEventTypes;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Appointments, what sites are called, and who asked to be forgotten. */
@Startup
@Singleton
class SchedulingInbox {
    private final FollowedTopic<Incoming> topic;
    private final Recipients recipients;
    private final Slots slots;
    private final Offers offers;
    private final Sites sites;
    private final Plans plans;
    private final Words words;
    private final EventLog<NotificationEvent> log;

    SchedulingInbox(
            EventLogs logs,
            Recipients recipients,
            Slots slots,
            Offers offers,
            Sites sites,
            Plans plans,
            Words words,
            EventLog<NotificationEvent> log) {
        this.recipients = recipients;
        this.slots = slots;
        this.offers = offers;
        this.sites = sites;
        this.plans = plans;
        this.words = words;
        this.log = log;
        topic = logs.follow("scheduling-events", SchedulingEventTypes.codec(), this::fold);
    }

    @org.eclipse.microprofile.reactive.messaging.Incoming("scheduling-events")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    void fold(List<Recorded<SchedulingEvent>> events) {
        var batch = new SchedulingBatch();
        events.forEach(batch::add);
        sites.put(batch.sites());
        offers.put(batch.offers());
        offers.close(batch.closedOffers());
        slots.apply(batch.appointments());
        recipients.erase(batch.erased());
        plans.replan(batch.concerned());
        log.publish(words.erase(batch.erased())); // no reply is on its way any more: their patients are locked
    }
}
