package io.upswing.scheduling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.Commands;
import io.upswing.http.Roles;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.events.SchedulingEvent.DurationsSet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How long each part of a treatment takes at a site. */
@Path("/sites/{siteId}/durations")
@RunOnVirtualThread
class DurationsResource {
    private static final int LONGEST = 240;

    /** Minutes; what is left out takes as long as the protocol says. All of them are set at once. */
    record NewDurations(
            @Min(0) @Max(LONGEST) @Nullable Integer checkIn,
            @Min(0) @Max(LONGEST) @Nullable Integer observation,
            @Min(0) @Max(LONGEST) @Nullable Integer discharge,
            @Min(0) @Max(LONGEST) @Nullable Integer turnover) {}

    record DurationsConcerned(UUID siteId, Durations durations) {}

    private final SiteBook book;
    private final Commands commands;
    private final Answers answers;

    DurationsResource(SiteBook book, Commands commands, Answers answers) {
        this.book = book;
        this.commands = commands;
        this.answers = answers;
    }

    /** For what is booked from now on. */
    @POST
    @RolesAllowed(Roles.MANAGER)
    public RestResponse<DurationsConcerned> set(UUID siteId, @Valid NewDurations minutes) {
        var set = new DurationsSet(
                siteId, minutes.checkIn(), minutes.observation(), minutes.discharge(), minutes.turnover());
        var durations =
                new Durations(minutes.checkIn(), minutes.observation(), minutes.discharge(), minutes.turnover());
        return answers.ofEvent(
                book.handle(commands.request(), set), event -> new DurationsConcerned(siteId, durations));
    }
}
