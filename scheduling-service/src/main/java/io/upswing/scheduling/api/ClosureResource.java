package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.events.SchedulingEvent.ClosureAdded;
import io.upswing.scheduling.view.ClosureView;
import io.upswing.scheduling.view.Covers;
import io.upswing.scheduling.view.Rosters;
import io.upswing.scheduling.view.Sites;
import io.upswing.scheduling.view.UncoveredView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** When a site takes nobody: holidays, repairs. Who has an appointment then is named, and keeps it until it is moved. */
@Path("/sites/{siteId}/closures")
@RunOnVirtualThread
class ClosureResource {
    /** {@code from} and {@code to}: instants, or dates, of which each means the whole day at the site. */
    record NewClosure(
            @NotNull String from,
            @NotNull String to,
            @NotBlank @Size(max = 1000) String reason) {}

    /** {@code closureId}: null where it was only asked what would be. */
    record ClosureConcerned(@Nullable UUID closureId, List<UncoveredView> uncovered) {}

    private final SiteBook book;
    private final Sites sites;
    private final Rosters rosters;
    private final Covers covers;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    ClosureResource(
            SiteBook book,
            Sites sites,
            Rosters rosters,
            Covers covers,
            Commands commands,
            Caller caller,
            Answers answers) {
        this.book = book;
        this.sites = sites;
        this.rosters = rosters;
        this.covers = covers;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<ClosureConcerned> add(
            UUID siteId, @Valid NewClosure closure, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var time = Dates.within(closure.from(), closure.to(), zone(siteId));
        if (dryRun) {
            return RestResponse.ok(new ClosureConcerned(null, uncovered(siteId, time, site -> site.closedFor(time))));
        }
        var request = commands.request();
        var added = new ClosureAdded(
                siteId,
                request.eventId(),
                time.from(),
                time.to(),
                closure.reason().strip());
        return answers.of(
                book.handle(request, added),
                recorded -> new ClosureConcerned(recorded.id(), uncovered(siteId, time, site -> site)));
    }

    /** Those on the days from {@code from} to {@code to}. */
    @GET
    @RolesAllowed(Roles.READER)
    public Page<ClosureView> list(
            UUID siteId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        return paging.of(rosters.closures(siteId, Dates.within(from, to, zone(siteId))));
    }

    private ZoneId zone(UUID siteId) {
        return sites.zone(caller.clinic(), siteId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_SITE));
    }

    private List<UncoveredView> uncovered(UUID siteId, Span time, UnaryOperator<Site> whatIf) {
        return covers.on(caller.clinic(), siteId, List.of(time), whatIf).stream()
                .filter(each -> each.within(time))
                .toList();
    }
}
