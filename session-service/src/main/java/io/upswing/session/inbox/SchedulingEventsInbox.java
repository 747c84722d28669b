package io.upswing.session.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfPatient;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEventCodec;
import io.upswing.session.view.Site;
import io.upswing.session.view.Sites;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows scheduling-service's events for the sites: their zone and whether they are certified. */
@Startup
@Singleton
class SchedulingEventsInbox {
    private final Sites sites;
    private final FollowedTopic<io.upswing.eventlog.Incoming> topic;

    SchedulingEventsInbox(EventLogs logs, Sites sites) {
        this.sites = sites;
        this.topic = logs.follow("scheduling-events", new SchedulingEventCodec(), this::fold);
    }

    @Incoming("scheduling-events")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    private void fold(List<Recorded<SchedulingEvent>> events) {
        for (var recorded : events) {
            switch (recorded.event()) {
                case SiteOpened opened -> sites.put(site(opened, recorded.clinic()));
                case SchedulingEvent.ChairAdded added -> {}
                case OfPatient ofPatient -> {}
            }
        }
    }

    private static Site site(SiteOpened opened, String clinic) {
        return new Site(opened.siteId(), clinic, ZoneId.of(opened.timeZone()), opened.certifiedRems());
    }
}
