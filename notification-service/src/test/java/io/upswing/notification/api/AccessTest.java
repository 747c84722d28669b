package io.upswing.notification.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.http.testing.AccessContract;
import io.upswing.notification.Neighbour;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class AccessTest extends AccessContract {
    @Inject
    Neighbour neighbour;

    @TestHTTPResource("/")
    URI base;

    private Map<String, String> parameters = Map.of();

    @BeforeEach
    void plan() {
        var patient = neighbour.patient((String) null);
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        Desk.awaitStates(patient, Map.of("due-from", "SUPPRESSED", "due-on", "SUPPRESSED", "overdue", "SUPPRESSED"));
        var reminder = Desk.reminder(patient, "due-on");
        parameters = Map.of("id", reminder, "eventId", reminder, "token", "no-link-of-ours", "name", "nobody");
    }

    @Override
    protected Class<?> anchor() {
        return ReminderResource.class;
    }

    @Override
    protected URI base() {
        return base;
    }

    @Override
    protected String token(String role, String clinic) {
        return TestTokens.token(role, clinic, "somebody");
    }

    @Override
    protected Map<String, String> parameters() {
        return parameters;
    }

    @Override
    protected String body(String method, String path) {
        return path.endsWith("/claim") ? "{\"by\": \"Noor\"}" : "{\"by\": \"Noor\", \"outcome\": \"called\"}";
    }

    @Override
    protected String home() {
        return Neighbour.CLINIC;
    }

    @Override
    protected Set<String> common() {
        return Set.of("/policies");
    }
}
