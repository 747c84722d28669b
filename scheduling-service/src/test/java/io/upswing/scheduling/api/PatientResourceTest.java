package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class PatientResourceTest {
    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @Test
    void a_patient_is_registered_found_changed_and_published() throws SQLException {
        var patient = clinic.patient();
        var path = "/patients/" + patient;

        clinic.as("auditor").get(path).then().statusCode(200).body("givenName", equalTo("Ama"));
        clinic.as("front-desk")
                .body(
                        "{\"phone\":\"+1 (555) 555-0100\",\"email\":null,\"consents\":[{\"channel\":\"SMS\",\"granted\":true,"
                                + "\"at\":\"2026-03-01T12:00:00Z\"}]}")
                .patch(path)
                .then()
                .statusCode(201);

        clinic.as("nurse")
                .get(path)
                .then()
                .body("phone", equalTo("+15555550100"))
                .body("email", nullValue())
                .body("consents[0].channel", equalTo("SMS"));
        assertThat(published(patient.toString()).phone()).isEqualTo("+15555550100");
        for (var query : new String[] {"owus", "AMA O", "Owusu Ama"}) {
            clinic.as("nurse")
                    .queryParam("query", query)
                    .get("/patients")
                    .then()
                    .statusCode(200)
                    .body("items.patientId", hasItem(patient.toString()));
        }
        clinic.as("nurse").queryParam("query", "%").get("/patients").then().body("total", equalTo(0));
    }

    @Test
    void an_opt_out_is_the_latest_word_and_leaves_other_channels_alone() {
        var path = "/patients/" + clinic.patient();
        consent(path, "EMAIL", true, "2026-03-01T12:00:00Z");
        consent(path, "SMS", true, "2026-03-01T12:00:00Z");
        consent(path, "EMAIL", false, "2026-03-02T12:00:00Z");
        consent(path, "EMAIL", true, "2026-02-01T12:00:00Z");

        clinic.as("nurse")
                .get(path)
                .then()
                .body("consents.find { it.channel == 'EMAIL' }.granted", equalTo(false))
                .body("consents.find { it.channel == 'SMS' }.granted", equalTo(true));
    }

    @Test
    void an_erased_patient_is_gone_from_registry_and_topic_and_the_log_never_knew_the_name() throws SQLException {
        var patient = clinic.patient();
        var path = "/patients/" + patient;

        clinic.as("front-desk").delete(path).then().statusCode(201);

        clinic.as("front-desk").get(path).then().statusCode(404);
        clinic.as("front-desk").body("{\"givenName\":\"B\"}").patch(path).then().statusCode(404);
        clinic.as("front-desk").delete(path).then().statusCode(200);
        clinic.as("front-desk").get("/patients").then().body("total", equalTo(0));
        assertThat(published(patient.toString())).isNull();
        assertThat(logged(patient.toString())).isNotEmpty().doesNotContain("Ama", "Owusu", "1984", "example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "givenName|\" \"",
                "givenName|7",
                "familyName|null",
                "birthDate|\"1984-02-30\"",
                "birthDate|\"2984-02-28\"",
                "timeZone|\"Mars/Olympus\"",
                "timeZone|\"+01:00\"",
                "language|\"no such tongue\"",
                "email|\"ama at example\"",
                "email|\"\"",
                "phone|\"555-0100\"",
                "preferredChannel|\"PIGEON\"",
                "consents|[{\"channel\":\"EMAIL\",\"granted\":true}]",
                "consents|[null]",
                "nickname|\"A\""
            })
    void what_is_no_patient_is_refused_and_leaves_nothing(String field, String value) {
        var body = "{\"givenName\":\"Ama\",\"familyName\":\"Owusu\",\"birthDate\":\"1984-02-29\","
                + "\"timeZone\":\"America/New_York\"}";
        var spoilt =
                body.replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replace("{", "{\"" + field + "\":" + value + ",");

        clinic.as("front-desk")
                .body(spoilt.replace(",}", "}"))
                .post("/patients")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");

        clinic.as("front-desk").get("/patients").then().body("total", equalTo(0));
    }

    @Test
    void what_is_no_json_or_too_much_of_it_is_refused() {
        clinic.as("front-desk").body("{\"givenName\":").post("/patients").then().statusCode(400);
        clinic.as("front-desk").body("[]").post("/patients").then().statusCode(400);
        clinic.as("front-desk")
                .body("{\"givenName\":\"" + "a".repeat(600_000) + "\"}")
                .post("/patients")
                .then()
                .statusCode(413);
        clinic.as("front-desk").get("/patients/not-an-id").then().statusCode(anyOf(is(400), is(404)));
        clinic.as("front-desk").get("/patients?size=1000").then().statusCode(400);
    }

    @Test
    void a_word_from_the_future_is_refused_as_it_would_outlast_an_opt_out() {
        clock.set(TestClock.MONDAY);
        var path = "/patients/" + clinic.patient();
        var ahead = TestClock.MONDAY.plusSeconds(301);
        var consents = "\"consents\":[{\"channel\":\"EMAIL\",\"granted\":true,\"at\":\"" + ahead + "\"}]}";

        clinic.as("front-desk")
                .body("{" + consents)
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("consents.0.at"));
        clinic.as("front-desk")
                .body("{\"givenName\":\"Ama\",\"familyName\":\"Owusu\",\"birthDate\":\"1984-02-29\","
                        + "\"timeZone\":\"America/New_York\"," + consents)
                .post("/patients")
                .then()
                .statusCode(400);
    }

    private void consent(String path, String channel, boolean granted, String at) {
        clinic.as("front-desk")
                .body("{\"consents\":[{\"channel\":\"" + channel + "\",\"granted\":" + granted + ",\"at\":\"" + at
                        + "\"}]}")
                .patch(path);
    }

    private @Nullable PatientRecord published(String patientId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select value from state_record where topic = 'patients' and key = ?::uuid")) {
            statement.setString(1, patientId);
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            var value = rows.getBytes(1);
            return value == null ? null : StateCodec.patients().decode(value);
        }
    }

    private String logged(String patientId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select string_agg(convert_from(value, 'UTF8'), ' ') from event where stream = ?::uuid")) {
            statement.setString(1, patientId);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
