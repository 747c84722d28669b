package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.Sql;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.StateCodec;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts for a patient, in the registry. */
@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class RepresentativeTest {
    private static final String EFUA = """
            {"givenName":" Efua ","familyName":"Owusu","relation":"PARENT","phone":"+1 (555) 555-0101","email":"efua@example.org",
             "timeZone":"Europe/Paris","consents":[{"channel":"EMAIL","granted":false,"at":"2026-03-01T12:00:00Z"}]}""";

    @Inject
    TestClock clock;

    @Inject
    Sql sql;

    private final ClinicFixture clinic = ClinicFixture.fresh();

    @Test
    void a_minor_is_registered_with_who_acts_for_them() {
        var patient = UUID.fromString(clinic.as("front-desk")
                .body("{\"givenName\":\"Ama\",\"familyName\":\"Owusu\",\"birthDate\":\"2012-05-02\","
                        + "\"timeZone\":\"America/New_York\",\"representative\":" + EFUA + "}")
                .post("/patients")
                .path("patientId"));

        clinic.as("auditor")
                .get("/patients/" + patient)
                .then()
                .body("representative.givenName", equalTo("Efua"))
                .body("representative.relation", equalTo("PARENT"))
                .body("representative.phone", equalTo("+15555550101"))
                .body("representative.toldInstead", equalTo(false))
                .body("representative.consents[0].granted", equalTo(false))
                .body("consents", hasSize(0));
        assertThat(published(patient).map(PatientRecord::representative))
                .get()
                .returns("Europe/Paris", PatientRecord.Representative::timeZone)
                .returns(null, PatientRecord.Representative::language);
    }

    @Test
    void they_are_set_stay_while_others_change_and_are_taken_away() {
        var patient = clinic.patient();
        var path = "/patients/" + patient;
        clinic.as("nurse").get(path).then().body("representative", nullValue());

        patch(patient, "{\"representative\":" + EFUA + "}").statusCode(201);
        patch(patient, "{\"phone\":\"+15555550102\"}").statusCode(201);
        clinic.as("nurse").get(path).then().body("representative.email", equalTo("efua@example.org"));
        patch(patient, "{\"representative\":" + EFUA + "}").statusCode(200); // nothing else than before

        patch(patient, "{\"representative\":null}").statusCode(201);

        clinic.as("nurse").get(path).then().body("representative", nullValue());
        assertThat(published(patient)).get().returns(null, PatientRecord::representative);
        assertThat(logged(patient)).contains("representative").doesNotContain("Efua", "efua", "5555550101");
    }

    @Test
    void an_opt_out_outlasts_a_correction_and_not_another_person() {
        var patient = clinic.patient();
        patch(patient, "{\"representative\":" + EFUA + "}");

        patch(patient, """
                {"representative":{"givenName":"Efua","familyName":"OWUSU","relation":"GUARDIAN","toldInstead":true}}""");
        clinic.as("nurse")
                .get("/patients/" + patient)
                .then()
                .body("representative.toldInstead", equalTo(true))
                .body("representative.email", nullValue())
                .body("representative.consents[0].granted", equalTo(false));
        patch(patient, """
                {"representative":{"givenName":"Kofi","familyName":"Owusu","relation":"PROXY"}}""");
        clinic.as("nurse").get("/patients/" + patient).then().body("representative.consents", hasSize(0));
    }

    @Test
    void they_are_erased_with_the_patient() {
        var patient = clinic.patient();
        patch(patient, "{\"representative\":" + EFUA + "}");

        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);

        assertThat(published(patient)).isEmpty();
        assertThat(kept(patient)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "givenName|\" \"|representative.givenName",
                "familyName|null|representative.familyName",
                "relation|null|representative.relation",
                "email|\"efua at example\"|representative.email",
                "phone|\"555-0101\"|representative.phone",
                "language|\"no such tongue\"|representative.language",
                "timeZone|\"Mars/Olympus\"|representative.timeZone",
                "consents|[{\"channel\":\"EMAIL\",\"granted\":true}]|representative.consents.0.at",
                "consents|[{\"channel\":\"EMAIL\",\"granted\":true,\"at\":\"2999-01-01T00:00:00Z\"}]|representative.consents.0.at"
            })
    void what_is_nobody_is_refused_and_says_why(String field, String value, String violation) {
        var patient = clinic.patient();
        var representative = "{\"givenName\":\"Efua\",\"familyName\":\"Owusu\",\"relation\":\"PARENT\"}"
                .replaceAll("\"" + field + "\":\"[^\"]*\",?", "")
                .replace("{", "{\"" + field + "\":" + value + ",")
                .replace(",}", "}");

        patch(patient, "{\"representative\":" + representative + "}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(violation));

        clinic.as("nurse").get("/patients/" + patient).then().body("representative", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"Efua\"", "[]", "{\"relation\":\"UNCLE\"}", "{\"nickname\":\"E\"}", "{\"toldInstead\":\"maybe\"}"
            })
    void what_is_no_json_of_anybody_is_refused(String representative) {
        patch(clinic.patient(), "{\"representative\":" + representative + "}").statusCode(400);
    }

    private ValidatableResponse patch(UUID patient, String body) {
        clock.set(TestClock.MONDAY);
        return clinic.as("front-desk").body(body).patch("/patients/" + patient).then();
    }

    private Optional<PatientRecord> published(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql
                        .query(
                                "select value from state_record where topic = 'patients' and key = ? and value is not null",
                                row -> StateCodec.patients().decode(row.getBytes(1)),
                                patient)
                        .stream()
                        .findFirst());
    }

    private List<String> kept(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                        "select coalesce(representative, '') from patient where patient_id = ?",
                        row -> row.getString(1),
                        patient));
    }

    private String logged(UUID patient) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(
                                "select string_agg(convert_from(value, 'UTF8'), ' ') from event where stream = ?",
                                row -> row.getString(1),
                                patient)
                        .getFirst());
    }
}
