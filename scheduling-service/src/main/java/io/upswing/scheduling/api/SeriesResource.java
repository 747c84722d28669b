package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Roles;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.view.Explanation;
import io.upswing.scheduling.view.Standings;
import io.upswing.series.Standing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a course stands, derived for the date that is asked for, with the reasons. */
@Path("/series/{courseId}")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
class SeriesResource {
    private final Standings standings;
    private final CourseArrivals arrivals;
    private final Caller caller;
    private final InstantSource clock;

    SeriesResource(Standings standings, CourseArrivals arrivals, Caller caller, InstantSource clock) {
        this.standings = standings;
        this.arrivals = arrivals;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    public Standing standing(UUID courseId, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return require(courseId, asOf);
    }

    /** The same in plain sentences: how the standing came about. */
    @GET
    @Path("/explanation")
    public Explanation explanation(UUID courseId, @QueryParam("asOf") @Nullable LocalDate asOf) {
        return Explanation.of(require(courseId, asOf));
    }

    private Standing require(UUID courseId, @Nullable LocalDate asOf) {
        arrivals.await(caller.clinic(), courseId);
        return standings
                .of(caller.clinic(), courseId, asOf, clock.instant())
                .orElseThrow(() -> Refusals.notFound(Refusal.NO_SUCH_COURSE));
    }
}
