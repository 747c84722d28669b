package io.upswing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Problems for what never reaches a resource: addresses nobody serves, and bodies too large to be looked at. */
@Singleton
class BareErrors {
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 405, 406, 413, 414, 415, 431);
    private static final int BEFORE_ALL = 10_000;

    private final ObjectMapper json;

    BareErrors(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, exchange -> answer(exchange, status)));
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuseHuge, BEFORE_ALL);
        filters.register(this::refuseUndecodable, BEFORE_ALL - 1);
    }

    /** The router would answer a broken escape with nothing but a status. */
    private void refuseUndecodable(RoutingContext exchange) {
        try {
            URLDecoder.decode(exchange.request().uri(), StandardCharsets.UTF_8);
            exchange.next();
        } catch (IllegalArgumentException e) {
            answer(exchange, 400);
        }
    }

    private void refuseHuge(RoutingContext exchange) {
        if (announced(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > BodyReader.LIMIT) {
            if (exchange.request().version() != HttpVersion.HTTP_2) {
                exchange.response().putHeader(HttpHeaders.CONNECTION, "close"); // what is still coming is not read
            }
            answer(exchange, 413);
        } else {
            exchange.next();
        }
    }

    private static long announced(@Nullable String length) {
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void answer(RoutingContext exchange, int status) {
        if (exchange.response().ended()) {
            return;
        }
        exchange.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        exchange.end(body(Problem.plain(status, Statuses.codeOf(status), Statuses.detailOf(status))));
    }

    private String body(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
