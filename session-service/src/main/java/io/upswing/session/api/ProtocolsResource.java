package io.upswing.session.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.Page;
import io.upswing.http.Paging;
import io.upswing.http.Roles;
import io.upswing.session.domain.Catalogue;
import io.upswing.session.events.Protocol;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

/** The protocol catalogue: every number with its source. */
@Path("/protocols")
@RunOnVirtualThread
@RolesAllowed(Roles.READER)
public class ProtocolsResource {
    private final Catalogue catalogue;

    ProtocolsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    public Page<Protocol> list(@BeanParam @Valid Paging paging) {
        return paging.of(catalogue.newest());
    }

    @GET
    @Path("/{id}")
    public Protocol protocol(String id) {
        return catalogue.newest(id).orElseThrow(NotFoundException::new);
    }
}
