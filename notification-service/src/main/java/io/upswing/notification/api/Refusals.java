package io.upswing.notification.api;

import io.upswing.http.Problem;
import io.upswing.notification.domain.Refused;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the domain refuses, as problems. */
class Refusals {
    @ServerExceptionMapper
    Response refused(Refused refused) {
        var detail = String.valueOf(refused.getMessage());
        return switch (refused.refusal()) {
            case NO_SUCH_ITEM -> Problem.of(404, "not-found", detail);
            case ALREADY_RESOLVED -> Problem.of(409, "already-resolved", detail);
        };
    }
}
