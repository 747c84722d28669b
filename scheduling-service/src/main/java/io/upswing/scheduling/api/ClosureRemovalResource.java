package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.events.SchedulingEvent.ClosureAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureRemoved;
import io.upswing.scheduling.view.Covers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;

/** A site that was to be closed is open after all. */
@Path("/closures/{closureId}")
@RunOnVirtualThread
class ClosureRemovalResource {
    private final SiteBook book;
    private final Covers covers;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;

    ClosureRemovalResource(SiteBook book, Covers covers, Commands commands, Caller caller, Answers answers) {
        this.book = book;
        this.covers = covers;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
    }

    /** Answers who stands in that time and is still not covered. */
    @DELETE
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<Uncovered> remove(UUID closureId, @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var closure = book.added(caller.clinic(), closureId, ClosureAdded.class)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_CLOSURE));
        var time = new Span(closure.from(), closure.to());
        if (dryRun) {
            return RestResponse.ok(uncovered(closure, time, site -> site.openedFor(time)));
        }
        var outcome = book.handle(commands.request(), new ClosureRemoved(closure.siteId(), closureId));
        return answers.of(
                outcome,
                recorded -> uncovered(closure, time, site -> site),
                history -> uncovered(closure, time, site -> site));
    }

    private Uncovered uncovered(ClosureAdded closure, Span time, UnaryOperator<Site> whatIf) {
        return new Uncovered(covers.on(caller.clinic(), closure.siteId(), List.of(time), whatIf).stream()
                .filter(each -> each.within(time))
                .toList());
    }
}
