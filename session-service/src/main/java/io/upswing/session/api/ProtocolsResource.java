package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Answers;
import io.upswing.http.BadInput;
import io.upswing.http.Caller;
import io.upswing.http.Commands;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Problem;
import io.upswing.http.Roles;
import io.upswing.session.command.Protocols;
import io.upswing.session.domain.ProtocolRules;
import io.upswing.session.domain.Publishing.Publish;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionEvent.ProtocolPublished;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestResponse;

/** What a clinic treats by, every number with its source: the catalogue's protocols and its own. */
@Path("/protocols")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class ProtocolsResource {
    private final Protocols protocols;
    private final Recording recording;
    private final Commands commands;
    private final Answers answers;
    private final Caller caller;

    ProtocolsResource(Protocols protocols, Recording recording, Commands commands, Answers answers, Caller caller) {
        this.protocols = protocols;
        this.recording = recording;
        this.commands = commands;
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    public Page<Protocol> list(@BeanParam @Valid Paging paging) {
        return paging.of(protocols.of(caller.clinic()).newest());
    }

    /** The newest version. */
    @GET
    @Path("/{id}")
    public Protocol protocol(String id) {
        return protocols.of(caller.clinic()).newest(id).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("/{id}/versions/{version}")
    public Protocol version(String id, int version) {
        return protocols.of(caller.clinic()).version(id, version).orElseThrow(NotFoundException::new);
    }

    /** Publishes the next version of a protocol of the clinic's own, or of one of the catalogue for this clinic. */
    @POST
    @RolesAllowed(Roles.PRESCRIBER)
    public RestResponse<Protocol> publish(@Valid NewProtocol body) {
        var protocol = body.protocol(protocols.today());
        var faults = ProtocolRules.faults(protocol);
        if (!faults.isEmpty()) {
            throw new BadInput(faults.stream()
                    .map(fault -> new Problem.Violation(fault.field(), fault.message()))
                    .toList());
        }
        var command = new Publish(protocol, body.signedOffBy(), recording.at(body.at()));
        return answers.ofEvent(
                protocols.publish(commands.request(), command), event -> ((ProtocolPublished) event).protocol());
    }
}
