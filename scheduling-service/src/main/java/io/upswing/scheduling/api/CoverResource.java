package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.view.Covers;
import io.upswing.scheduling.view.Sites;
import io.upswing.scheduling.view.UncoveredView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands in the calendar of a site without what they need of it, whatever took it away. */
@Path("/sites/{siteId}/uncovered")
@RunOnVirtualThread
class CoverResource {
    private static final int DAYS = 30;
    private static final int LONGEST_DAYS = 366;

    private final Covers covers;
    private final Sites sites;
    private final Caller caller;
    private final InstantSource clock;

    CoverResource(Covers covers, Sites sites, Caller caller, InstantSource clock) {
        this.covers = covers;
        this.sites = sites;
        this.caller = caller;
        this.clock = clock;
    }

    /** On the days from {@code from}, today where it is not said, to {@code to}, a month later. */
    @GET
    @RolesAllowed(Roles.READER)
    public Page<UncoveredView> list(
            UUID siteId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid Paging paging) {
        var zone = sites.zone(caller.clinic(), siteId).orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_SITE));
        var first = Objects.requireNonNullElseGet(from, () -> LocalDate.ofInstant(clock.instant(), zone));
        var last = Objects.requireNonNullElseGet(to, () -> first.plusDays(DAYS));
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw new BadInput("to", "must be at most " + LONGEST_DAYS + " days after from, and not before it");
        }
        return paging.of(covers.on(caller.clinic(), siteId, List.of(Dates.within(first, last, zone)), site -> site));
    }
}
