package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Shift;
import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import io.upswing.scheduling.view.Covers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Somebody who was to be on duty is not: a fact, whoever is uncovered by it. */
@Path("/shifts/{shiftId}")
@RunOnVirtualThread
class ShiftRemovalResource {
    private final SiteBook book;
    private final Covers covers;
    private final Commands commands;
    private final Caller caller;
    private final Answers answers;
    private final InstantSource clock;

    ShiftRemovalResource(
            SiteBook book, Covers covers, Commands commands, Caller caller, Answers answers, InstantSource clock) {
        this.book = book;
        this.covers = covers;
        this.commands = commands;
        this.caller = caller;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * {@code from}: when the one duty starts that is called off; without it, all of them. Answers who lacks a monitor or a
     * prescriber on those days, from now on.
     */
    @DELETE
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<Uncovered> remove(
            UUID shiftId,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun) {
        var shift = book.added(caller.clinic(), shiftId, ShiftAdded.class)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_SHIFT));
        var calledOff = times(shift, from);
        if (dryRun) {
            return RestResponse.ok(uncovered(shift, calledOff, site -> site.without(calledOff)));
        }
        var outcome = book.handle(commands.request(), new ShiftRemoved(shift.siteId(), shiftId, from));
        return answers.of(
                outcome,
                recorded -> uncovered(shift, calledOff, site -> site),
                history -> uncovered(shift, calledOff, site -> site));
    }

    private static List<Shift> times(ShiftAdded shift, @Nullable Instant from) {
        var patients = shift.maxPatients() == null ? 0 : shift.maxPatients();
        var times = shift.duties().stream()
                .filter(duty -> from == null || duty.from().equals(from))
                .map(duty -> new Shift(Role.valueOf(shift.role()), new Span(duty.from(), duty.to()), patients))
                .toList();
        if (times.isEmpty()) {
            throw Refusals.notFound(Refusal.NO_SUCH_SHIFT);
        }
        return times;
    }

    /** Also who would lack them without this: of two shifts that end together neither answer may leave it to the other. */
    private Uncovered uncovered(ShiftAdded shift, List<Shift> calledOff, UnaryOperator<Site> whatIf) {
        var now = clock.instant();
        var times = calledOff.stream()
                .map(Shift::time)
                .filter(time -> time.to().isAfter(now))
                .toList();
        return new Uncovered(covers.on(caller.clinic(), shift.siteId(), times, whatIf).stream()
                .filter(each -> each.end().isAfter(now) && each.wantsStaff())
                .toList());
    }
}
