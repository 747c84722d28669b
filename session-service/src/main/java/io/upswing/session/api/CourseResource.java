package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.session.command.Charts;
import io.upswing.session.domain.SessionCommand.VoidRecord;
import io.upswing.session.view.CourseChart;
import io.upswing.session.view.HistoryItem;
import io.upswing.session.view.Trend;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** A course as it stands, and all that was ever recorded of it. */
@Path("/courses/{courseId}")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class CourseResource {
    private final Charts charts;
    private final Recording recording;
    private final Caller caller;

    CourseResource(Charts charts, Recording recording, Caller caller) {
        this.charts = charts;
        this.recording = recording;
        this.caller = caller;
    }

    @GET
    public CourseChart chart(UUID courseId) {
        return charts.course(caller.clinic(), courseId).chart();
    }

    @GET
    @Path("/trend")
    public Trend trend(UUID courseId) {
        return charts.course(caller.clinic(), courseId).trend();
    }

    @GET
    @Path("/history")
    public Page<HistoryItem> history(UUID courseId, @BeanParam @Valid Paging paging) {
        return paging.of(charts.course(caller.clinic(), courseId).history());
    }

    /** Takes back a record that has no correction of its own. */
    @POST
    @Path("/history/{eventId}/void")
    @RolesAllowed(Roles.NURSE)
    public RestResponse<Entry> takeBack(UUID courseId, UUID eventId, @Valid Reason body) {
        return recording.record(new VoidRecord(
                courseId, eventId, caller.has(Roles.PRESCRIBER), body.reason(), recording.at(body.at())));
    }
}
