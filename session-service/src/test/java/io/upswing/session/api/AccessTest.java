package io.upswing.session.api;

import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.TestTokens;
import io.upswing.http.testing.AccessContract;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
class AccessTest extends AccessContract {
    @Inject
    Desk desk;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private Map<String, String> parameters;

    @BeforeEach
    void record() {
        var patient = desk.patient();
        var course = desk.courseOf(patient, "esk-trd-us");
        var consent = Desk.record(course, "consents", "{\"signedOn\": \"2026-03-01\", \"document\": \"consent-7\"}");
        parameters = Map.of(
                "patientId",
                patient.toString(),
                "courseId",
                course,
                "sessionId",
                Desk.administration(course, "2026-03-02"),
                "eventId",
                consent,
                "id",
                "esk-trd-us",
                "version",
                "1",
                "taskId",
                desk.safetyTask(patient),
                "token",
                "no-link-of-ours");
    }

    @Override
    protected Class<?> anchor() {
        return CourseResource.class;
    }

    @Override
    protected URI base() {
        return URI.create("http://localhost:" + port);
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
        return Requests.body(path, desk.site());
    }

    @Override
    protected String home() {
        return Desk.CLINIC;
    }

    @Override
    protected Set<String> common() {
        return Set.of("/protocols", "/protocols/{id}", "/protocols/{id}/versions/{version}");
    }
}
