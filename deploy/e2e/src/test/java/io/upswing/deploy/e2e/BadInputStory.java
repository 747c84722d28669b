package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.AccessStory.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a problem that says what is wrong, and nothing is recorded. */
class BadInputStory {
    private final Clinic clinic = Clinic.of("bad input");
    private final Api api = clinic.api();
    private final UUID site = clinic.site(Clinic.NEW_YORK);
    private final UUID patient = clinic.patient("Careful");
    private final UUID course = clinic.course(patient, site, LocalDate.parse("2026-03-01"));
    private final String administrations = "/courses/" + course + "/administrations";
    private final Rows before = Rows.read();

    @Test
    void a_body_that_means_nothing_is_400_and_leaves_nothing() {
        for (var body : new String[] {
            "",
            "{",
            "[]",
            "null",
            "\"text\"",
            "{\"on\": \"2026-02-30\", \"doseMg\": 56, \"complete\": true}",
            "{\"on\": \"2026-03-02\", \"doseMg\": \"much\", \"complete\": true}",
            "{\"on\": \"2026-03-02\", \"doseMg\": -56, \"complete\": true}",
            "{\"on\": \"2026-03-02\", \"doseMg\": 56, \"complete\": true, \"colour\": \"blue\"}",
            "{\"on\": [\"2026-03-02\"], \"doseMg\": {}, \"complete\": 1}",
            "{\"on\": \"9999-12-31\", \"doseMg\": 56, \"complete\": true}",
            "{\"doseMg\": 56, \"complete\": true}",
            "{\"on\": \"2026-03-02\u0000\", \"doseMg\": 1e999, \"complete\": true}"
        }) {
            refused(post("nurse", administrations, body), 400, "bad-input");
        }
        for (var body : new String[] {
            "{",
            "{}",
            "{\"givenName\": \"A\", \"familyName\": \"B\", \"birthDate\": \"1984-13-01\", \"timeZone\": \"UTC\"}",
            "{\"givenName\": \"A\", \"familyName\": \"B\", \"birthDate\": \"1984-01-01\", \"timeZone\": \"Mars/Base\"}",
            "{\"givenName\": {\"a\": 1}, \"familyName\": \"B\", \"birthDate\": \"1984-01-01\", \"timeZone\": \"UTC\"}"
        }) {
            refused(post("front-desk", "/patients", body), 400, "bad-input");
        }
        nothingWasRecorded();
    }

    @Test
    void an_address_that_is_not_there_is_404() {
        var nobody = UUID.fromString("00000000-0000-4000-8000-000000000000");
        for (var path : new String[] {
            "/courses/" + nobody,
            "/sessions/" + nobody,
            "/protocols/none",
            "/patients/" + nobody,
            "/series/" + nobody,
            "/appointments/" + nobody,
            "/reminders/nothing/here",
            "/nothing",
            "/"
        }) {
            refused(api.get("prescriber", path), 404, "not-found");
        }
        for (var service : RunningSystem.SERVICES) {
            var request = api.bare(service, "/no/such/thing").header("Authorization", "Bearer " + api.token("nurse"));
            refused(api.send(request.GET()), 404, "not-found");
        }
    }

    @Test
    void an_id_that_cannot_be_one_is_refused() {
        for (var path : new String[] {"/courses/not-an-id", "/patients/x", "/series/1-1-1-1-1", "/sessions/%00"}) {
            assertThat(api.get("prescriber", path).status()).as(path).isIn(400, 404);
        }
    }

    @Test
    void a_method_a_type_or_a_size_that_is_not_taken_says_so() {
        for (var path :
                new String[] {"/courses/" + course, "/patients/" + patient + "/courses", "/due", "/reminders"}) {
            refused(
                    api.send(api.request("prescriber", path).PUT(BodyPublishers.ofString("{}"))),
                    405,
                    "method-not-allowed");
        }
        for (var path : new String[] {administrations, "/patients"}) {
            var text = api.request("nurse", path).header("Content-Type", "text/plain");
            refused(api.send(text.POST(BodyPublishers.ofString("hello"))), 415, "unsupported-media-type");
            var huge = "{\"note\": \"" + "x".repeat(1_500_000) + "\"}";
            refused(post("nurse", path, huge), 413, "too-large");
        }
        nothingWasRecorded();
    }

    @Test
    void a_query_that_cannot_be_read_is_400() {
        for (var path : new String[] {
            "/series/" + course + "?asOf=2026-02-30",
            "/due?size=100000",
            "/due?page=-1",
            "/due?kind=NONSENSE",
            "/reminders?patientId=x",
            "/reminders?state=NONSENSE",
            "/appointments?siteId=" + site + "&from=yesterday"
        }) {
            refused(api.get("front-desk", path), 400, "bad-input");
        }
        System.out.println(
                "Bad input: 400, 404, 405, 413 and 415 are problems at all three services, nothing was recorded");
    }

    @Test
    void the_same_key_with_another_body_is_422() {
        var first = Clinic.administrationRequest(LocalDate.parse("2026-03-02"));
        var answer = Clinic.created(api.post("nurse", administrations, first, "key-1"));
        assertThat(api.post("nurse", administrations, first, "key-1"))
                .satisfies(again -> assertThat(again.status()).isEqualTo(200))
                .satisfies(again -> assertThat(again.text()).isEqualTo(answer.text()));
        var other = Clinic.administrationRequest(LocalDate.parse("2026-03-03"));
        refused(api.post("nurse", administrations, other, "key-1"), 422, "key-reused");
    }

    private Answer post(String role, String path, String body) {
        var request = api.request(role, path).header("Content-Type", "application/json");
        return api.send(request.POST(BodyPublishers.ofString(body)));
    }

    private void nothingWasRecorded() {
        for (var table : new String[] {"session.event", "scheduling.event"}) {
            assertThat(Rows.read().byTable().get(table))
                    .isEqualTo(before.byTable().get(table));
        }
    }
}
