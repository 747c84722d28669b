package io.upswing.session.api;

import io.upswing.http.BadInput;
import io.upswing.http.Problem;
import io.upswing.session.domain.Refused;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the domain refuses, as a problem. */
class Refusals {

    @ServerExceptionMapper
    Response refused(Refused refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused.kind()) {
            case NO_SUCH -> Problem.of(404, refused.code(), detail);
            case FORBIDDEN -> Problem.of(403, refused.code(), detail);
            case CONFLICT -> Problem.of(409, refused.code(), detail);
            case BAD_INPUT -> Problem.of(new BadInput(refused.code(), detail));
        };
    }
}
