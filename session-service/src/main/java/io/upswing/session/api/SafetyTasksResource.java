package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Caller;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.session.domain.SessionCommand.CloseSafetyTask;
import io.upswing.session.view.SafetyTask;
import io.upswing.session.view.SafetyTasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers that a clinician must look at before the patient is treated again. */
@Path("/safety-tasks")
@RunOnVirtualThread
public class SafetyTasksResource {
    private final SafetyTasks tasks;
    private final Recording recording;
    private final Caller caller;

    SafetyTasksResource(SafetyTasks tasks, Recording recording, Caller caller) {
        this.tasks = tasks;
        this.recording = recording;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.READER)
    public Page<SafetyTask> list(@RestQuery SafetyTask.@Nullable State state, @BeanParam @Valid Paging paging) {
        var found = tasks.list(caller.clinic(), state, paging.page(), paging.size());
        return new Page<>(found.some(), found.total());
    }

    record NewTaskClosure(
            @NotNull @Name String by,
            @NotNull @Prose String disposition,
            @Nullable Instant at) {}

    @POST
    @Path("/{taskId}/closure")
    @RolesAllowed(Roles.PRESCRIBER)
    public RestResponse<Entry> close(UUID taskId, @Valid NewTaskClosure body) {
        return recording.record(new CloseSafetyTask(taskId, body.by(), body.disposition(), recording.at(body.at())));
    }
}
