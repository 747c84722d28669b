package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.DueSweep;
import io.upswing.scheduling.view.CallList;
import io.upswing.scheduling.view.DueEntry;
import io.upswing.series.DueItem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The call list: what is due for whom, the most urgent first. */
@Path("/due")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
class DueResource {
    private final DueSweep sweep;
    private final CallList list;
    private final Caller caller;
    private final InstantSource clock;

    DueResource(DueSweep sweep, CallList list, Caller caller, InstantSource clock) {
        this.sweep = sweep;
        this.list = list;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Page<DueEntry> due(
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("siteId") @Nullable UUID siteId,
            @QueryParam("kind") DueItem.@Nullable Kind kind,
            @QueryParam("state") DueItem.@Nullable State state,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        sweep.settle(caller.clinic());
        var filter = new CallList.Filter(siteId, kind, state, from, to);
        var found = list.list(caller.clinic(), asOf, filter, paging.page(), paging.size(), clock.instant());
        return new Page<>(found.some(), found.total());
    }
}
