package io.upswing.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps text that no database can hold out of paths and queries. */
class InputFilter {
    private static final int LONGEST = 2_000;

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var given = Stream.concat(
                Stream.of(uri.getPath()),
                uri.getQueryParameters().values().stream().flatMap(List::stream));
        given.forEach(InputFilter::check);
    }

    private static void check(String text) {
        var fault = text.length() > LONGEST ? "is too long" : Text.fault(text);
        if (fault != null) {
            throw new BadInput("", "the address " + fault);
        }
    }
}
