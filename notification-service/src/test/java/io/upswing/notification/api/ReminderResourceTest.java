package io.upswing.notification.api;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.notification.Neighbour;
import io.upswing.notification.TestClock;
import io.upswing.scheduling.events.CareDueRecord;
import io.upswing.scheduling.events.PatientRecord;
import io.upswing.scheduling.events.SchedulingEvent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From what scheduling-service says to the mail in the patient's box, over real Kafka, PostgreSQL and SMTP. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class ReminderResourceTest {
    @Inject
    Neighbour neighbour;

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    @Test
    void what_is_due_is_sent_once_and_can_say_why() {
        var address = address();
        var patient = neighbour.patient(address);
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");

        Desk.awaitMails(address, 1);
        Desk.awaitStates(patient, Map.of("due-from", "EXPIRED", "due-on", "SENT", "overdue", "PLANNED"));

        var mail = Desk.mails(address).getFirst();
        assertThat(mail.subject()).isEqualTo("Your next visit is not booked yet");
        assertThat(mail.text()).startsWith("Hello Ada,");
        Desk.get("/messages?patientId={p}", patient)
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].to", equalTo(address))
                .body("items[0].name", equalTo("Ada Muster"))
                .body("items[0].text", equalTo(mail.text().replaceAll("[A-Za-z0-9_-]{92}", "…")))
                .body("items[0].state", equalTo("ACCEPTED"));
        Desk.get("/reminders/{id}/why", Desk.reminder(patient, "due-on"))
                .then()
                .statusCode(200)
                .body("rule", equalTo("on the day on which it is due at 10:00"))
                .body("reminder.restsOn.kind", equalTo("SESSION"))
                .body(
                        "history.type",
                        contains("notification.dispatch-started.v1", "notification.dispatch-accepted.v1"));
        Desk.get("/reminders/{id}/why", Desk.reminder(patient, "due-from"))
                .then()
                .body("reminder.why", equalTo("A later reminder of the same takes its place."));
    }

    @Test
    void an_appointment_is_told_with_its_hour_and_place_and_a_moved_one_again() {
        var address = address();
        var patient = neighbour.patient(address);
        var site = neighbour.site("Riverside");
        var appointment = neighbour.appointment(patient, site, "2026-03-11T12:30:00Z");

        Desk.awaitMails(address, 1);
        assertThat(Desk.mails(address).getFirst().text())
                .contains("your appointment on Wednesday, March 11 at 8:30 AM your time");

        var from = Instant.parse("2026-03-11T12:30:00Z");
        var to = Instant.parse("2026-03-11T19:00:00Z");
        neighbour.event(
                patient,
                new SchedulingEvent.AppointmentMoved(
                        appointment,
                        patient,
                        null,
                        site,
                        Neighbour.ZONE,
                        UUID.randomUUID(),
                        from,
                        from.plusSeconds(7200),
                        UUID.randomUUID(),
                        to,
                        to.plusSeconds(7200),
                        List.of(),
                        null,
                        null),
                TestClock.NOW.minus(Duration.ofMinutes(3))); // for so long the clinic may still mean another time
        Desk.awaitMails(address, 2);
        assertThat(Desk.mails(address).getLast())
                .returns("Your appointment has a new time", Mail::subject)
                .extracting(Mail::text)
                .asString()
                .contains("at 3:00 PM your time, at Riverside.");
    }

    @Test
    void booking_what_was_pending_or_refusing_mail_ends_what_was_planned() {
        var patient = neighbour.patient(address());
        var course = neighbour.pending(patient, "2026-03-12", "2026-03-14", "2026-03-16");
        Desk.awaitStates(patient, Map.of("due-from", "PLANNED", "due-on", "PLANNED", "overdue", "PLANNED"));

        neighbour.patient(patient, "x@example.org", new PatientRecord.Consent("EMAIL", false, TestClock.NOW));
        Desk.awaitStates(patient, Map.of("due-from", "SUPPRESSED", "due-on", "SUPPRESSED", "overdue", "SUPPRESSED"));

        neighbour.pending(course, patient, "2026-03-12", "2026-03-14", "2026-03-16", UUID.randomUUID());
        Desk.awaitStates(patient, Map.of("due-from", "CANCELLED", "due-on", "CANCELLED", "overdue", "CANCELLED"));

        neighbour.courseDue(course, patient, List.of());
        Desk.awaitStates(patient, Map.of());
    }

    @Test
    void of_what_is_nobodys_here_nothing_is_planned() {
        var patient = neighbour.patient(address());
        neighbour.courseDue(
                UUID.randomUUID(),
                patient,
                List.of(
                        item("REASSESSMENT", "PRESCRIBER"),
                        item("SAFETY", "PATIENT"),
                        item("A_KIND_OF_TOMORROW", "PATIENT"),
                        item("SESSION", "AN_AUDIENCE_OF_TOMORROW"),
                        item("CHECK_IN", "PATIENT")));

        Desk.awaitStates(patient, Map.of("day-after", "PLANNED"));
    }

    @Test
    void staff_find_on_their_list_what_is_theirs_to_see_to() {
        var patient = neighbour.patient((String) null);
        var course = UUID.randomUUID();
        var on = LocalDate.of(2026, 3, 10);
        var gate = new CareDueRecord.Item("GATE", "PRESCRIBER", "benefit", on, on, on, null, false, false);
        neighbour.courseDue(course, patient, List.of(gate));
        Wait.orFail(
                Duration.ofSeconds(40),
                "the list",
                () -> !toSeeTo("TO_DO", patient).isEmpty());
        String item = Desk.get("/reminders?audience=PRESCRIBER&state=SENT&patientId={p}", patient)
                .path("items[0].id");
        assertThat(toSeeTo("TO_DO", patient)).containsExactly(item);
        Desk.awaitStates(patient, Map.of());
        Desk.get("/worklist?kind=TO_DO&size=200")
                .then()
                .body("items.find { it.patientId == '" + patient + "' }.role", equalTo("PRESCRIBER"));
        Desk.as("nurse")
                .body("{\"by\": \"Dr Lee\"}")
                .post("/worklist/{id}/claim", item)
                .then()
                .statusCode(201)
                .body("kind", equalTo("TO_DO"));
        Desk.get("/worklist?kind=TO_DO&size=200")
                .then()
                .body("items.find { it.patientId == '" + patient + "' }.claimedBy", equalTo("Dr Lee"));
        Desk.get("/messages?patientId={p}", patient).then().body("total", equalTo(0));

        neighbour.courseDue(course, patient, List.of());
        Wait.orFail(
                Duration.ofSeconds(40),
                "the list",
                () -> toSeeTo("TO_DO", patient).isEmpty());
    }

    private static CareDueRecord.Item item(String kind, String audience) {
        var on = LocalDate.of(2026, 3, 12);
        return new CareDueRecord.Item(kind, audience, "subject of " + kind, on, on, on.plusDays(2), null, false, false);
    }

    @Test
    void of_the_erased_nothing_personal_is_left() {
        var address = address();
        var patient = neighbour.patient(address);
        neighbour.pending(patient, "2026-03-10", "2026-03-12", "2026-03-16");
        Desk.awaitMails(address, 1);
        Desk.awaitStates(patient, Map.of("due-from", "SENT", "due-on", "PLANNED", "overdue", "PLANNED"));

        neighbour.forget(patient);
        Desk.awaitStates(patient, Map.of("due-from", "SENT", "due-on", "CANCELLED", "overdue", "CANCELLED"));
        Desk.get("/messages?patientId={p}", patient)
                .then()
                .body("items[0].to", equalTo(""))
                .body("items[0].name", equalTo(""))
                .body("items[0].text", containsString("Hello,"))
                .body("items[0].text", not(containsString("Ada")));
    }

    @Test
    void who_cannot_be_reached_is_put_before_a_person() {
        var patient = neighbour.patient((String) null);
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        Desk.awaitStates(patient, Map.of("due-from", "SUPPRESSED", "due-on", "SUPPRESSED", "overdue", "SUPPRESSED"));
        var item = Desk.reminder(patient, "due-on");
        Desk.get("/worklist?kind=UNREACHABLE&size=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.patientId == '" + patient + "' }.id", contains(item));

        resolve(item).then().statusCode(201).body("kind", equalTo("UNREACHABLE"));
        resolve(item).then().statusCode(200).body("outcome", equalTo("called"));
        Desk.as("nurse")
                .body("{\"by\": \"Noor\", \"outcome\": \"called again\"}")
                .post("/worklist/{id}/resolution", item)
                .then()
                .statusCode(409)
                .body("code", equalTo("already-resolved"));
        Desk.get("/worklist?size=200").then().body("items.id", not(containsString(item)));
    }

    @Test
    void a_repeat_is_answered_as_before_when_nothing_is_planned_any_more() {
        var patient = neighbour.patient((String) null);
        var course = neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        Desk.awaitStates(patient, Map.of("due-from", "SUPPRESSED", "due-on", "SUPPRESSED", "overdue", "SUPPRESSED"));
        var item = Desk.reminder(patient, "due-on");
        var first = resolve(item).then().statusCode(201).extract().asString();

        neighbour.courseDue(course, patient, List.of());
        Desk.awaitStates(patient, Map.of());
        assertThat(resolve(item).then().statusCode(200).extract().asString()).isEqualTo(first);
        Desk.as("nurse")
                .body("{\"by\": \"Noor\", \"outcome\": \"called again\"}")
                .post("/worklist/{id}/resolution", item)
                .then()
                .statusCode(404);
    }

    @Test
    void whom_mail_did_not_help_is_put_before_a_person() {
        var told = neighbour.patient(address());
        neighbour.pending(told, "2026-03-04", "2026-03-06", "2026-03-09");
        var tooLate = neighbour.patient(address());
        neighbour.pending(tooLate, "2026-02-20", "2026-02-22", "2026-02-25");
        Desk.awaitStates(told, Map.of("due-from", "EXPIRED", "due-on", "EXPIRED", "overdue", "SENT"));
        Desk.awaitStates(tooLate, Map.of("due-from", "EXPIRED", "due-on", "EXPIRED", "overdue", "EXPIRED"));

        assertThat(toSeeTo("UNANSWERED", told)).containsExactly(Desk.reminder(told, "overdue"));
        assertThat(toSeeTo("NOT_SENT", tooLate)).containsExactly(Desk.reminder(tooLate, "overdue"));
        resolve(Desk.reminder(tooLate, "overdue")).then().statusCode(201).body("kind", equalTo("NOT_SENT"));
        assertThat(toSeeTo("NOT_SENT", tooLate)).isEmpty();
    }

    @Test
    void nobody_is_telephoned_about_an_appointment_that_has_begun() {
        var site = neighbour.site("Riverside");
        var here = neighbour.patient((String) null);
        neighbour.appointment(here, site, "2026-03-10T14:00:00Z");
        var tomorrow = neighbour.patient((String) null);
        neighbour.appointment(tomorrow, site, "2026-03-11T12:30:00Z");
        for (var patient : List.of(here, tomorrow)) {
            Desk.awaitStates(patient, Map.of("3-days-before", "SUPPRESSED", "1-day-before", "SUPPRESSED"));
        }

        assertThat(toSeeTo("UNREACHABLE", here)).isEmpty();
        assertThat(toSeeTo("UNREACHABLE", tomorrow)).containsExactly(Desk.reminder(tomorrow, "1-day-before"));
    }

    @Test
    void a_record_that_makes_no_sense_holds_up_nobody() {
        var broken = UUID.randomUUID();
        neighbour.state("patients", broken, "{\"no\": \"sense\"}".getBytes(StandardCharsets.UTF_8));
        neighbour.state("care-due", broken, "[]".getBytes(StandardCharsets.UTF_8));
        var patient = neighbour.patient(address());
        neighbour.pending(patient, "2026-03-12", "2026-03-14", "2026-03-16");
        Desk.awaitStates(patient, Map.of("due-from", "PLANNED", "due-on", "PLANNED", "overdue", "PLANNED"));
    }

    @Test
    void whose_record_makes_no_sense_is_put_before_a_person_until_it_does() {
        var patient = UUID.randomUUID();
        neighbour.pending(patient, "2026-03-09", "2026-03-10", "2026-03-16");
        neighbour.state("patients", patient, "{\"no\": \"sense\"}".getBytes(StandardCharsets.UTF_8));
        Desk.awaitStates(patient, Map.of("due-from", "SUPPRESSED", "due-on", "SUPPRESSED", "overdue", "SUPPRESSED"));
        assertThat(toSeeTo("UNREACHABLE", patient)).containsExactly(Desk.reminder(patient, "due-on"));

        var address = address();
        neighbour.patient(patient, address);
        Desk.awaitMails(address, 1);
        Desk.awaitStates(patient, Map.of("due-from", "EXPIRED", "due-on", "SENT", "overdue", "PLANNED"));

        neighbour.state("patients", patient, "{\"no\": \"sense\"}".getBytes(StandardCharsets.UTF_8));
        Desk.awaitStates(patient, Map.of("due-from", "EXPIRED", "due-on", "SENT", "overdue", "SUPPRESSED"));
    }

    @Test
    void operators_see_what_is_due_and_the_contract_is_served() {
        var metrics = get("/q/metrics").asString();
        assertThat(metrics)
                .contains(
                        "upswing_reminders_due ",
                        "upswing_reminders_due_oldest_seconds",
                        "upswing_reminders_unknown",
                        "upswing_confirmations_open");
        get("/q/health/ready").then().statusCode(200);
        assertThat(get("/q/openapi").asString()).contains("/worklist/{id}/resolution");
    }

    private static List<String> toSeeTo(String kind, UUID patient) {
        return Desk.get("/worklist?kind={k}&size=200", kind)
                .path("items.findAll { it.patientId == '" + patient + "' }.id");
    }

    private static Response resolve(String item) {
        return Desk.as("front-desk")
                .header("Idempotency-Key", "resolve-" + item)
                .body("{\"by\": \"Noor\", \"outcome\": \"called\"}")
                .post("/worklist/{id}/resolution", item);
    }
}
