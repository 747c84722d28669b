package io.upswing.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.upswing.eventlog.Disturbance;
import io.upswing.eventlog.LogProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error that is common to the services, as a problem. What a domain refuses is mapped by its own service. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper
    Response badInput(BadInput bad) {
        return Problem.of(bad);
    }

    @ServerExceptionMapper
    Response badQuery(BadQuery bad) {
        return Problem.of(new BadInput("", "a value of the query " + bad.getMessage()));
    }

    @ServerExceptionMapper
    Response violated(ConstraintViolationException violated) {
        var ofAnswer = violated.getConstraintViolations().stream().anyMatch(Problems::isOfAnswer);
        return ofAnswer
                ? unexpected(violated)
                : Problem.of(new BadInput(violated.getConstraintViolations().stream()
                        .map(each -> new Problem.Violation(fieldOf(each), each.getMessage()))
                        .sorted((a, b) -> a.field().compareTo(b.field()))
                        .toList()));
    }

    @ServerExceptionMapper
    Response notTaken(LogProblem problem) {
        var detail = String.valueOf(problem.getMessage());
        return switch (problem.kind()) {
            case NO_SUCH_STREAM -> Problem.of(404, "not-found", detail);
            case KEY_REUSED -> Problem.of(422, "key-reused", detail);
            case TOO_LARGE -> Problem.of(413, "too-large", detail);
            case CONTENDED -> later("contended", detail);
            case NOT_READY -> later("not-ready", detail);
        };
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return withHeader(
                Problem.of(401, "unauthorized", "A valid bearer token is needed."),
                HttpHeaders.WWW_AUTHENTICATE,
                "Bearer");
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        var detail = forbidden.getMessage();
        return Problem.of(403, "forbidden", detail == null ? "The role of the token does not allow this." : detail);
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        var status = refused.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(refused);
        }
        if (status < 400) {
            return refused.getResponse();
        }
        var answer = Problem.of(status, Statuses.codeOf(status), Statuses.detailOf(status));
        var allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? answer : withHeader(answer, HttpHeaders.ALLOW, allowed);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        if (Disturbance.causes(fault)) {
            LOG.warnf("The database does not answer: %s", fault);
            return later("unavailable", "The database does not answer; try again.");
        }
        LOG.error("Unexpected", fault);
        return Problem.of(500, "unexpected", "Something went wrong here; it has been logged.");
    }

    private static Response later(String code, String detail) {
        return withHeader(Problem.of(503, code, detail), HttpHeaders.RETRY_AFTER, "1");
    }

    private static Response withHeader(Response response, String name, String value) {
        return Response.fromResponse(response).header(name, value).build();
    }

    private static boolean isOfAnswer(ConstraintViolation<?> violation) {
        return nodes(violation).stream().anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    /** The path without the method and its parameter's name where that is the body; with it where it is a query's. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        var names = new ArrayList<String>();
        for (var node : nodes(violation)) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                var index = node.getKey() == null ? node.getIndex() : node.getKey();
                if (index != null) {
                    names.add(index.toString());
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    names.add(node.getName());
                }
            }
        }
        return names.isEmpty() ? nodes(violation).getLast().getName() : String.join(".", names);
    }

    private static List<Path.Node> nodes(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
    }
}
