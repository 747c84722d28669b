package io.upswing.http;

import io.upswing.eventlog.EventLogs;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Makes a read wait until this service has applied the write that the caller has just seen answered. */
class ReadAfterFilter {
    private static final String HEADER = "Read-After";
    private static final Pattern POSITION = Pattern.compile("([a-z-]{1,60})/([0-9a-fA-F-]{36})@([0-9]{1,15})");
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final EventLogs logs;

    ReadAfterFilter(EventLogs logs) {
        this.logs = logs;
    }

    @ServerRequestFilter
    public @Nullable Response await(ContainerRequestContext request) {
        var position = request.getHeaderString(HEADER);
        if (position == null || !HttpMethod.GET.equals(request.getMethod())) {
            return null;
        }
        return reached(position) ? null : Problem.of(504, "not-yet-read", "This service has not read that far yet.");
    }

    private boolean reached(String position) {
        var parts = POSITION.matcher(position);
        if (!parts.matches()) {
            throw unusable();
        }
        try {
            var stream = UUID.fromString(parts.group(2));
            return logs.await(parts.group(1), stream, Long.parseLong(parts.group(3)), BOUND);
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static BadInput unusable() {
        return new BadInput(HEADER, "must be the Log-Position of an answer, in a topic that this service reads");
    }
}
