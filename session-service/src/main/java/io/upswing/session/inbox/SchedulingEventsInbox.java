package io.upswing.session.inbox;

import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.FollowedTopic;
import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.OfPatient;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesReplanned;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEventTypes;
import io.upswing.session.view.Appointment;
import io.upswing.session.view.Appointments;
import io.upswing.session.view.Site;
import io.upswing.session.view.Sites;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows scheduling-service's events for the sites, and for whom appointments were booked. */
@Startup
@Singleton
class SchedulingEventsInbox {
    private final Sites sites;
    private final Appointments appointments;
    private final FollowedTopic<io.upswing.eventlog.Incoming> topic;

    SchedulingEventsInbox(EventLogs logs, Sites sites, Appointments appointments) {
        this.sites = sites;
        this.appointments = appointments;
        this.topic = logs.follow("scheduling-events", SchedulingEventTypes.codec(), this::fold);
    }

    @Incoming("scheduling-events")
    @RunOnVirtualThread
    void receive(ConsumerRecords<String, byte[]> batch) {
        topic.receive(batch);
    }

    private void fold(List<Recorded<SchedulingEvent>> events) {
        var booked = new ArrayList<Appointment>();
        for (var recorded : events) {
            switch (recorded.event()) {
                case SiteOpened opened -> sites.put(site(opened, recorded.clinic()));
                case AppointmentBooked booking -> booked.add(appointment(booking, recorded.clinic()));
                case SeriesBooked series ->
                    series.appointments().forEach(booking -> booked.add(appointment(booking, recorded.clinic())));
                case SeriesReplanned series ->
                    series.booked().forEach(booking -> booked.add(appointment(booking, recorded.clinic())));
                case OfSite ofSite -> {} // chairs and staff
                case OfPatient ofPatient -> {}
            }
        }
        appointments.put(booked);
    }

    private static Appointment appointment(AppointmentBooked booking, String clinic) {
        return new Appointment(booking.appointmentId(), clinic, booking.patientId());
    }

    private static Site site(SiteOpened opened, String clinic) {
        return new Site(opened.siteId(), clinic, ZoneId.of(opened.timeZone()));
    }
}
