package io.upswing.scheduling;

import static io.upswing.scheduling.ClinicFixture.id;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A site with one nasal chair, and patients who are due from the Monday on and may be written to. */
public record WaitingRoom(ClinicFixture clinic, SessionTopic sessions, UUID site, UUID chair) {
    /** Somebody with a course of esketamine that was prescribed on the Monday: due until the 16th. */
    public record Patient(UUID id, UUID course) {}

    public static WaitingRoom in(ClinicFixture clinic, SessionTopic sessions) {
        var site = clinic.site();
        return new WaitingRoom(clinic, sessions, site, clinic.chair(site, "nasal", "IN"));
    }

    public Patient patient() {
        return agreedTo("EMAIL");
    }

    /** Who has an address and no telephone. */
    public Patient withoutPhoneAgreedToSms() {
        return agreedTo("SMS");
    }

    private Patient agreedTo(String channel) {
        return prescribed(
                id(clinic.as("front-desk").body("""
                        {"givenName":"Ama","familyName":"Owusu","birthDate":"1984-02-29","timeZone":"America/New_York",
                         "email":"ama@example.org",
                         "consents":[{"channel":"%s","granted":true,"at":"2026-02-20T15:00:00Z"}]}""".formatted(channel)).post("/patients"), "patientId"));
    }

    /** Whom staff would have to call. */
    public Patient withoutConsent() {
        return prescribed(clinic.patient());
    }

    private Patient prescribed(UUID patientId) {
        return new Patient(patientId, clinic.prescribe(sessions, patientId, site, LocalDate.of(2026, 3, 2)));
    }

    public UUID booked(Patient patient, String start) {
        return id(clinic.treat(patient.id(), patient.course(), site, start), "appointmentId");
    }

    public void cancel(UUID appointmentId) {
        clinic.as("front-desk")
                .body("{\"by\":\"PATIENT\",\"reason\":\"a cold\"}")
                .post("/appointments/" + appointmentId + "/cancel")
                .then()
                .statusCode(201);
    }

    public UUID joins(Patient patient) {
        return id(join(Map.of("patientId", patient.id(), "courseId", patient.course())), "entryId");
    }

    public Response join(Map<String, Object> wish) {
        return clinic.as("front-desk").body(wish).post("/waitlist");
    }

    public void leaves(UUID entryId) {
        clinic.as("front-desk").delete("/waitlist/" + entryId).then().statusCode(201);
    }

    /** The offer that is made to the patient and stands. */
    public UUID offerTo(Patient patient) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> entry(patient)
                                .getList("items[0].offers.findAll { it.state == 'OFFERED' }.offerId", UUID.class),
                        offers -> offers.size() == 1)
                .getFirst();
    }

    public List<String> answers(Patient patient) {
        return entry(patient).getList("items[0].offers.state", String.class);
    }

    /** What the list says of a patient who waits. */
    public JsonPath entry(Patient patient) {
        return clinic.as("auditor")
                .get("/waitlist?patientId=" + patient.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public Response answer(UUID offerId, String answer) {
        return clinic.as("front-desk").post("/waitlist/offers/" + offerId + "/" + answer);
    }
}
