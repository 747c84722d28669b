package io.upswing.notification.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.Incoming;
import io.upswing.eventlog.Recorded;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Recipients;
import io.upswing.notification.view.Sites;
import io.upswing.notification.view.Slots;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfHold;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfWaitlist;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEventTypes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Appointments, what sites are called, and who asked to be forgotten. */
@Startup
@Singleton
class SchedulingInbox {
    private final FollowedTopic<Incoming> topic;
    private final Recipients recipients;
    private final Slots slots;
    private final Sites sites;
    private final Plans plans;

    SchedulingInbox(EventLogs logs, Recipients recipients, Slots slots, Sites sites, Plans plans) {
        this.recipients = recipients;
        this.slots = slots;
        this.sites = sites;
        this.plans = plans;
        topic = logs.follow("scheduling-events", SchedulingEventTypes.codec(), this::fold);
    }

    @org.eclipse.microprofile.reactive.messaging.Incoming("scheduling-events")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    void fold(List<Recorded<SchedulingEvent>> events) {
        var opened = new ArrayList<Recorded<SiteOpened>>();
        var appointments = new ArrayList<Recorded<OfAppointment>>();
        var erased = new HashSet<UUID>();
        for (var event : events) {
            switch (event.event()) {
                case SiteOpened site -> opened.add(new Recorded<>(event.record(), site));
                case OfAppointment appointment -> appointments.add(new Recorded<>(event.record(), appointment));
                case OfSeveral several ->
                    several.parts().forEach(part -> appointments.add(new Recorded<>(event.record(), part)));
                case PatientErased patient -> erased.add(patient.patientId());
                case PatientRegistered registered -> {}
                case PatientChanged changed -> {} // what changed comes with the identity record
                case OfHold hold -> {}
                case OfWaitlist waiting -> {}
                case OfSite site -> {} // chairs and staff
            }
        }
        apply(opened, appointments, erased);
    }

    private void apply(
            List<Recorded<SiteOpened>> opened, List<Recorded<OfAppointment>> appointments, Collection<UUID> erased) {
        if (!opened.isEmpty()) {
            sites.put(opened);
        }
        if (!appointments.isEmpty()) {
            slots.apply(appointments);
        }
        if (!erased.isEmpty()) {
            recipients.erase(erased);
        }
        var concerned = new HashSet<>(erased);
        appointments.forEach(event -> concerned.add(event.event().patientId()));
        plans.replan(concerned);
    }
}
