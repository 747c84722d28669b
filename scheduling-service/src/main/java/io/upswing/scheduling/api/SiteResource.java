package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Day;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.view.ChairView;
import io.upswing.scheduling.view.ClosureView;
import io.upswing.scheduling.view.DayBoard;
import io.upswing.scheduling.view.DayBoard.ChairDay;
import io.upswing.scheduling.view.Rosters;
import io.upswing.scheduling.view.ShiftView;
import io.upswing.scheduling.view.SiteView;
import io.upswing.scheduling.view.Sites;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Sites, their chairs, and the board of a day. */
@Path("/sites")
@RunOnVirtualThread
class SiteResource {
    /** How a treatment is given. */
    enum Route {
        IV,
        IM,
        IN
    }

    record NewSite(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Zone String timeZone,
            @NotNull @Size(max = 50) List<@NotNull @Valid Hours> hours,
            @Nullable Boolean certifiedRems) {}

    record NewChair(
            @NotBlank @Size(max = 200) String name,
            @NotEmpty @Size(max = 3) List<@NotNull Route> routes) {}

    record SiteConcerned(UUID siteId) {}

    record ChairConcerned(UUID chairId) {}

    /** {@code chairs}: every chair of the site with its appointments of the day, by time. */
    record Board(
            UUID siteId,
            LocalDate date,
            String timeZone,
            List<ShiftView> shifts,
            List<ClosureView> closures,
            List<ChairDay> chairs,
            List<Day.Affected> affected) {}

    private final SiteBook book;
    private final Sites sites;
    private final DayBoard days;
    private final Rosters rosters;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;
    private final InstantSource clock;

    SiteResource(
            SiteBook book,
            Sites sites,
            DayBoard days,
            Rosters rosters,
            Commands commands,
            Caller caller,
            Answers answers,
            InstantSource clock) {
        this.book = book;
        this.sites = sites;
        this.days = days;
        this.rosters = rosters;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<SiteConcerned> open(@Valid NewSite site) {
        var request = commands.request();
        var siteId = request.eventId();
        var opened = new SiteOpened(
                siteId,
                site.name().strip(),
                site.timeZone(),
                Hours.inOrder(site.hours()),
                Boolean.TRUE.equals(site.certifiedRems()));
        return answers.of(
                book.handle(request, opened),
                recorded -> new SiteConcerned(siteId),
                history -> new SiteConcerned(siteId));
    }

    @POST
    @Path("/{siteId}/chairs")
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<ChairConcerned> addChair(UUID siteId, @Valid NewChair chair) {
        var request = commands.request();
        var routes = chair.routes().stream().distinct().map(Route::name).toList();
        var added = new ChairAdded(siteId, request.eventId(), chair.name().strip(), routes);
        return answers.of(book.handle(request, added), recorded -> new ChairConcerned(recorded.id()));
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Page<SiteView> list(@BeanParam @Valid Paging paging) {
        return paging.of(sites.ofClinic(caller.clinic()));
    }

    @GET
    @Path("/{siteId}")
    @RolesAllowed(Roles.READER)
    public SiteView get(UUID siteId) {
        return sites.get(caller.clinic(), siteId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_SITE));
    }

    @GET
    @Path("/{siteId}/chairs")
    @RolesAllowed(Roles.READER)
    public Page<ChairView> chairs(UUID siteId, @BeanParam @Valid Paging paging) {
        return paging.of(sites.chairs(get(siteId).siteId()));
    }

    @GET
    @Path("/{siteId}/day")
    @RolesAllowed(Roles.READER)
    public Board day(UUID siteId, @QueryParam("date") @Nullable LocalDate date) {
        var site = get(siteId);
        var day = date == null
                ? clock.instant().atZone(ZoneId.of(site.timeZone())).toLocalDate()
                : date;
        var time = Dates.within(day, day, ZoneId.of(site.timeZone()));
        var board = days.on(caller.clinic(), siteId, day, time, clock.instant());
        return new Board(
                siteId,
                day,
                site.timeZone(),
                rosters.shifts(siteId, time),
                rosters.closures(siteId, time),
                board.chairs(),
                board.affected());
    }
}
