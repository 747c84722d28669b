package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.events.SchedulingEvent.CalendarShared;
import io.upswing.scheduling.view.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Shares the calendar of a site, or of one member of its staff, with whoever is given its address. */
@Path("/sites/{siteId}/calendars")
@RunOnVirtualThread
class SiteCalendarsResource {
    record NewCalendar(@Nullable @Size(max = 200) String staffId) {}

    /** {@code url}: who knows it reads the calendar. */
    record CalendarOpened(UUID calendarId, String url) {}

    private final SiteBook book;
    private final Sites sites;
    private final CalendarLinks links;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    SiteCalendarsResource(
            SiteBook book, Sites sites, CalendarLinks links, Commands commands, Caller caller, Answers answers) {
        this.book = book;
        this.sites = sites;
        this.links = links;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<CalendarOpened> share(UUID siteId, @Valid NewCalendar calendar, UriInfo uri) {
        if (sites.zone(caller.clinic(), siteId).isEmpty()) {
            throw Refusals.notFound(Refusal.NO_SUCH_SITE);
        }
        var request = commands.request();
        var shared = new CalendarShared(siteId, request.eventId(), staffId(calendar));
        return answers.of(book.handle(request, shared), recorded -> opened(recorded.id(), uri));
    }

    private CalendarOpened opened(UUID calendarId, UriInfo uri) {
        return new CalendarOpened(calendarId, links.url(calendarId, uri.getBaseUri()));
    }

    private static @Nullable String staffId(NewCalendar calendar) {
        if (calendar.staffId() == null) {
            return null;
        }
        if (calendar.staffId().isBlank()) {
            throw new BadInput("staffId", "must not be blank");
        }
        return calendar.staffId().strip();
    }
}
