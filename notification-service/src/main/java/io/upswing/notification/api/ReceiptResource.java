package io.upswing.notification.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.http.BadInput;
import io.upswing.notification.command.Receipts;
import io.upswing.notification.domain.Reading;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;

/** Where providers say what became of what they took; a signature with the secret that they share with us lets them in. */
@Path("/providers")
@RunOnVirtualThread
public class ReceiptResource {
    private final Receipts receipts;

    ReceiptResource(Receipts receipts) {
        this.receipts = receipts;
    }

    /** 204 whether it is news or not; 403 for a wrong signature, 404 for a provider that is not set up here. */
    @POST
    @Path("/{name}/receipts")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.WILDCARD)
    public void receive(
            @PathParam("name") String name,
            @Context HttpServerRequest request,
            @Context HttpHeaders headers,
            String body) {
        var reader = receipts.of(name).orElseThrow(() -> new NotFoundException("There is no such provider."));
        var query = Objects.requireNonNullElse(request.query(), ""); // whoever calls may send what is no URI
        var signature = Objects.requireNonNullElse(headers.getHeaderString(reader.signatureHeader()), "");
        switch (reader.read(query, signature, body)) {
            case Reading.Forged forged -> throw new ForbiddenException("The signature is not the provider's.");
            case Reading.Senseless(var why) -> throw new BadInput("", why);
            case Reading.Nothing nothing -> {}
            case Reading.News news -> receipts.take(news);
        }
    }
}
