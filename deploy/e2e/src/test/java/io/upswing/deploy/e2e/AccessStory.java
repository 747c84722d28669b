package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may ask what, over all three services; the services' own tests call every endpoint. */
class AccessStory {
    private final Clinic clinic = Clinic.of("access");
    private final Api another = Clinic.of("access of another").api();
    private final UUID site = clinic.site(Clinic.NEW_YORK);
    private final UUID patient = clinic.patient("Private");
    private final UUID course = clinic.course(patient, site, LocalDate.parse("2026-03-01"));

    @Test
    void nothing_is_said_without_a_valid_token() {
        for (var path : readable()) {
            var api = clinic.api();
            var service = api.request("nurse", path).build().uri();
            refused(api.send(HttpRequest.newBuilder(service).GET()), 401, "unauthorized");
            refused(
                    api.send(HttpRequest.newBuilder(service)
                            .header("Authorization", "Bearer x.y.z")
                            .GET()),
                    401,
                    "unauthorized");
        }
    }

    @Test
    void a_role_that_may_not_is_told_so_whatever_it_asks() {
        readable().forEach(path -> refused(clinic.api().get("operator", path), 403, "forbidden"));
        var nonsense = Map.of("nonsense", true);
        refused(clinic.api().post("front-desk", "/courses/" + course + "/administrations", nonsense), 403, "forbidden");
        refused(clinic.api().post("nurse", "/patients/" + patient + "/courses", nonsense), 403, "forbidden");
        refused(clinic.api().post("prescriber", "/sites", nonsense), 403, "forbidden");
        refused(clinic.api().post("auditor", "/patients", nonsense), 403, "forbidden");
    }

    @Test
    void another_clinic_s_ids_are_not_there() {
        Stream.of("/patients/" + patient, "/courses/" + course, "/courses/" + course + "/history", "/series/" + course)
                .forEach(path -> refused(another.get("prescriber", path), 404, "not-found"));
        var administration = Clinic.administrationRequest(LocalDate.parse("2026-03-02"));
        refused(another.post("nurse", "/courses/" + course + "/administrations", administration), 404, "not-found");
        var list = Clinic.ok(another.get("front-desk", "/due")).json();
        assertThat(list.path("total").asInt()).isZero();
    }

    @Test
    void health_and_the_contract_need_no_token() {
        for (var service : RunningSystem.SERVICES) {
            for (var path : List.of("/q/health/live", "/q/health/ready", "/q/openapi", "/q/swagger-ui/")) {
                var answer = clinic.api()
                        .send(clinic.api()
                                .bare(service, path)
                                .setHeader("Accept", "*/*")
                                .GET());
                assertThat(answer.status()).as(service + path).isEqualTo(200);
            }
        }
        System.out.println("Access: 401, 403 and 404 at all three services; health and contract open");
    }

    private List<String> readable() {
        return List.of("/patients/" + patient, "/due", "/courses/" + course, "/protocols", "/reminders", "/messages");
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("none")).startsWith("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("type").asText()).isEqualTo("urn:problem:" + code);
    }
}
