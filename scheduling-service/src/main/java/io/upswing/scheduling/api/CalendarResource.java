package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.api.ICalendar.Event;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.events.SchedulingEvent.CalendarRevoked;
import io.upswing.scheduling.view.Calendars;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Calendars that were shared: read by whoever knows the secret, until they are revoked. Nothing in them is clinical. */
@Path("/calendars")
@RunOnVirtualThread
class CalendarResource {
    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(400);

    record CalendarConcerned(UUID calendarId) {}

    private final SiteBook book;
    private final Calendars calendars;
    private final CalendarLinks links;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;
    private final InstantSource clock;

    CalendarResource(
            SiteBook book,
            Calendars calendars,
            CalendarLinks links,
            Commands commands,
            Caller caller,
            Answers answers,
            InstantSource clock) {
        this.book = book;
        this.calendars = calendars;
        this.links = links;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Path("/{secret}.ics")
    @PermitAll
    @Produces(ICalendar.MEDIA_TYPE)
    public String feed(String secret) {
        var calendar = links.calendarOf(secret)
                .flatMap(calendars::open)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_CALENDAR));
        var now = clock.instant();
        var time = new Span(now.minus(BACK), now.plus(AHEAD));
        var events = new ArrayList<Event>();
        calendars.duties(calendar, time).stream().map(CalendarResource::onDuty).forEach(events::add);
        calendars.appointments(calendar, time).stream()
                .map(entry ->
                        Event.of(entry.appointmentId(), entry.start(), entry.end(), "Appointment, " + entry.chair()))
                .forEach(events::add);
        return ICalendar.of(calendar.name(), events, now);
    }

    private static Event onDuty(Calendars.Duty duty) {
        return new Event(duty.shiftId() + "/" + duty.from().getEpochSecond(), duty.from(), duty.to(), "On duty", null);
    }

    @DELETE
    @Path("/{calendarId}")
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<CalendarConcerned> revoke(UUID calendarId) {
        var calendar = calendars
                .get(caller.clinic(), calendarId)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_CALENDAR));
        var concerned = new CalendarConcerned(calendarId);
        return answers.of(
                book.handle(commands.request(), new CalendarRevoked(calendar.siteId(), calendarId)),
                recorded -> concerned,
                history -> concerned);
    }
}
