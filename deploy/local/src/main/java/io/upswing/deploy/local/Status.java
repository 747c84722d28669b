package io.upswing.deploy.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.deploy.embedded.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one process is: {@code UP} when it answers, {@code DOWN} otherwise; without a pid it does not run. */
record Status(String name, @Nullable Long pid, int port, String health) {

    static List<Status> of(Clinic clinic) {
        return clinic.all().parallelStream().map(Status::of).toList();
    }

    private static Status of(Server server) {
        var pid = server.daemon().pid().orElse(null);
        var health = pid != null && server.healthy() ? "UP" : "DOWN";
        return new Status(server.daemon().name(), pid, server.port(), health);
    }

    static String json(List<Status> statuses) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(statuses);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    String line() {
        return "%-22s %-5s port %-6d %s".formatted(name, health, port, pid == null ? "not running" : "pid " + pid);
    }
}
