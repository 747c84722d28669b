package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.scheduling.domain.FreeSlot;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.SlotSearch;
import io.upswing.scheduling.view.FreeSlots;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Free times for the next session of a course, best first. */
@Path("/slots")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
class SlotResource {
    private final FreeSlots slots;
    private final CourseArrivals arrivals;
    private final Caller caller;
    private final InstantSource clock;

    SlotResource(FreeSlots slots, CourseArrivals arrivals, Caller caller, InstantSource clock) {
        this.slots = slots;
        this.arrivals = arrivals;
        this.caller = caller;
        this.clock = clock;
    }

    /** {@code from} and {@code to}: dates at the site, the window of the next session where they are not given. */
    @GET
    public List<FreeSlot> slots(
            @QueryParam("courseId") @NotNull UUID courseId,
            @QueryParam("siteId") @Nullable UUID siteId,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("doseMg") @Positive @DecimalMax(NewAppointment.LARGEST_MG) @Nullable BigDecimal doseMg,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(200) int limit) {
        var clinic = caller.clinic();
        var now = clock.instant();
        arrivals.await(clinic, courseId);
        var search = slots.search(clinic, courseId, siteId, doseMg, now)
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_COURSE));
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", "must not lie before from");
        }
        var range = search.range(from, to);
        if (range.days() > SlotSearch.LONGEST_DAYS) {
            throw new BadInput("to", "at most " + SlotSearch.LONGEST_DAYS + " dates are searched at once");
        }
        return slots.best(clinic, search, range, limit, now);
    }
}
