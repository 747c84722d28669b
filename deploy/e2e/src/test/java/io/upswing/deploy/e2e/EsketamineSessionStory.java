package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.client.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A nurse's whole first esketamine session, from the door to the ride home and the form, with every refusal on the way. */
class EsketamineSessionStory {
    private static final ZoneId ZONE = ZoneId.of(Clinic.NEW_YORK);
    private static final Map<String, ?> DEVICE = Map.of("kind", "DEVICE", "mg", 28, "lot", "LOT-7", "greenDots", true);
    private static final Map<String, ?> HOME = Map.of("by", "nurse 7", "escort", true);

    private static final Map<String, ?> WORD =
            Map.of("rule", "still-observed", "reason", "In a hurry", "by", "Dr. Example");

    private final Clinic clinic = Clinic.of("esketamine session");
    private final LocalDate yesterday = LocalDate.now(Clock.system(ZONE)).minusDays(1);

    @Test
    void from_the_door_to_the_ride_home_and_the_form() {
        var site = clinic.site(Clinic.NEW_YORK);
        var patient = clinic.patient("Chair");
        var course = clinic.course(patient, site, yesterday.minusDays(3));
        var chair = Chairside.checkIn(clinic, course, yesterday, ZONE, "08:40", Map.of("doseMg", 84));

        papersFirst(course, chair);
        prepared(chair);
        dosed(chair);
        observed(chair);
        var form = formSubmitted(chair);
        standingMoved(form, course);
        reopenedByACorrection(chair);
        aSafetyTaskHoldsTheNextSession(patient, course);
        System.out.println(
                "Esketamine session: 84 mg on day 1 by override, observed until 11:10, form submitted, corrected"
                        + " and re-opened; a safety task held the next session until a clinician closed it");
    }

    private void papersFirst(UUID course, Chairside chair) {
        chair.refused("no-consent", "doses", "09:00", DEVICE);
        clinicRecords("nurse", course, "consents", Map.of("signedOn", yesterday, "document", "consent 2026"));
        chair.refused("not-enrolled", "doses", "09:00", DEVICE);
        clinicRecords("nurse", course, "rems-enrolment", Map.of("state", "SENT", "on", yesterday));
        chair.refused("not-enrolled", "doses", "09:00", DEVICE);
        clinicRecords("nurse", course, "rems-enrolment", Map.of("state", "CONFIRMED", "on", yesterday));
        var present = Map.of("code", "aneurysmal-vascular-disease", "present", true, "on", yesterday);
        clinicRecords("nurse", course, "contraindications", present);
        chair.refused("contraindicated", "doses", "09:00", DEVICE);
        var absent = Map.of("code", "aneurysmal-vascular-disease", "present", false, "on", yesterday);
        clinicRecords("nurse", course, "contraindications", absent);
        chair.refused("not-eligible", "doses", "09:00", DEVICE);
        var eligible = Map.of(
                "decision", "ELIGIBLE", "decidedBy", "Dr. Example", "trials", List.of(), "at", chair.at("08:45"));
        clinicRecords("prescriber", course, "eligibility", eligible);
        chair.refused("day1-dose", "doses", "09:00", DEVICE);
        chair.overridden("day1-dose", "08:50");
    }

    private void prepared(Chairside chair) {
        chair.recorded(
                "checklist",
                "08:50",
                Map.of(
                        "lastFoodAt", chair.at("07:00"),
                        "lastLiquidAt", chair.at("08:45"),
                        "rideConfirmed", false,
                        "concomitant", Map.of("benzodiazepines", true)));
        assertThat(chair.codes("prompts")).contains("ride-unconfirmed", "watch-sedation", "pregnancy-not-asked");
        chair.recorded("vitals", "08:55", Map.of("systolic", 141, "diastolic", 90, "spo2", 98));
        chair.recorded(
                "checklist",
                "08:58",
                Map.of(
                        "lastFoodAt", chair.at("07:00"),
                        "lastLiquidAt", chair.at("08:15"),
                        "rideConfirmed", true,
                        "concomitant",
                                Map.of(
                                        "benzodiazepines", false,
                                        "stimulants", false,
                                        "maois", false,
                                        "opioids", false),
                        "pregnancy", "NOT_PREGNANT"));
        assertThat(chair.codes("prompts"))
                .contains("bp-high")
                .doesNotContain("ride-unconfirmed", "pregnancy-not-asked");
        assertThat(chair.codes("blocks")).isEmpty();
    }

    private void dosed(Chairside chair) {
        var kindless = chair.post("nurse", "doses", "09:00", Map.of("kind", "INJECTION", "mg", 28));
        assertThat(kindless.status()).isEqualTo(400);
        chair.refused("no-green-dots", "doses", "09:00", Map.of("kind", "DEVICE", "mg", 28, "greenDots", false));
        chair.recorded("doses", "09:00", DEVICE);
        chair.refused("dose-given", "abort", "09:01", Map.of("reason", "Changed their mind"));
        chair.recorded("doses", "09:05", DEVICE);
        assertThat(chair.chart().path("given").asText()).isEqualTo("PART");
        chair.recorded("doses", "09:10", DEVICE);

        var chart = chair.chart();
        assertThat(chart.path("given").asText()).isEqualTo("FULL");
        assertThat(chart.path("givenMg").asInt()).isEqualTo(84);
        assertThat(chart.path("observationEndsAt").asText())
                .isEqualTo(chair.at("11:10").toString());
    }

    private void observed(Chairside chair) {
        chair.recorded("vitals", "09:45", Map.of("systolic", 168, "diastolic", 98, "spo2", 97));
        chair.recorded("adverse-events", "09:50", Map.of("kind", "dissociation", "serious", false));
        chair.recorded("assessments", "10:00", Map.of("moaas", 4, "cadss", 12, "respiratoryDepression", false));
        chair.refused("still-observed", "discharge", "10:58", HOME);
        assertThat(chair.post("prescriber", "overrides", "10:58", WORD)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("not-overridable");
        chair.refused("not-resolved", "discharge", "11:10", HOME);
        chair.recorded("vitals", "11:10", Map.of("systolic", 138, "diastolic", 84, "spo2", 98));
        chair.recorded("assessments", "11:10", Map.of("moaas", 5, "cadss", 1, "respiratoryDepression", false));
        chair.recorded("discharge", "11:10", HOME);
        chair.refused("session-over", "left-against-advice", "11:11", Map.of());
    }

    private Answer formSubmitted(Chairside chair) {
        chair.refused("form-order", "rems-form", "11:20", Map.of("state", "SUBMITTED"));
        chair.recorded("rems-form", "11:20", Map.of("state", "DRAFTED"));
        var form = chair.form();
        assertThat(form.path("dueOn").asText()).isEqualTo(yesterday.plusDays(7).toString());
        assertThat(form.at("/form/totalMinutes").asInt()).isEqualTo(130);
        chair.recorded("rems-form", "11:25", Map.of("state", "SIGNED"));
        var submitted = chair.recorded("rems-form", "11:30", Map.of("state", "SUBMITTED"));
        assertThat(chair.form().path("state").asText()).isEqualTo("SUBMITTED");
        return submitted;
    }

    private void standingMoved(Answer written, UUID course) {
        var standing = clinic.standing(written, course, yesterday);
        assertThat(standing.path("given").asInt()).isEqualTo(1);
        assertThat(standing.path("day1").asText()).isEqualTo(yesterday.toString());
        assertThat(kinds(standing)).contains("SESSION", "CHECK_IN").doesNotContain("REMS_FORM");
    }

    private void reopenedByACorrection(Chairside chair) {
        var corrected = created(clinic.api()
                .post(
                        "nurse",
                        "/sessions/" + chair.session() + "/corrections",
                        Map.of("lot", "LOT-8", "reason", "Read the wrong box")));
        assertThat(chair.form().path("state").asText()).isEqualTo("REOPENED");
        var course = UUID.fromString(chair.chart().path("courseId").asText());
        assertThat(kinds(clinic.standing(corrected, course, yesterday))).contains("REMS_FORM");
    }

    private void aSafetyTaskHoldsTheNextSession(UUID patient, UUID course) {
        var answers = List.of(0, 0, 0, 0, 1, 1, 1, 0, 1);
        var scored = created(clinic.api()
                .post(
                        "nurse",
                        "/patients/" + patient + "/measures",
                        Map.of("instrument", "PHQ9", "answers", answers, "on", yesterday)));
        assertThat(scored.json().path("score").asInt()).isEqualTo(4);
        assertThat(scored.json().path("band").asText()).isEqualTo("minimal");
        assertThat(scored.json().path("remission").asBoolean()).isTrue();
        var task = scored.id("safetyTask");
        assertThat(kinds(clinic.standing(scored, course, yesterday))).contains("SAFETY");

        var today = yesterday.plusDays(1);
        var next = Chairside.checkIn(clinic, course, today, ZONE, "00:00", Map.of("doseMg", 56));
        assertThat(next.chart().path("lot").isMissingNode())
                .as("nothing is inherited")
                .isTrue();
        next.refused("safety-task", "doses", "00:00", DEVICE);
        var closure = Map.of("by", "Dr. Example", "disposition", "Seen, safe, plan made");
        created(clinic.api().post("prescriber", "/safety-tasks/" + task + "/closure", closure));
        next.refused("too-soon", "doses", "00:00", DEVICE);
        next.overridden("too-soon", "00:00");
        var given = next.recorded("doses", "00:00", DEVICE);
        assertThat(kinds(clinic.standing(given, course, today))).doesNotContain("SAFETY");
    }

    private void clinicRecords(String role, UUID course, String what, Map<String, ?> body) {
        created(clinic.api().post(role, "/courses/" + course + "/" + what, body));
    }

    private static List<String> kinds(JsonNode standing) {
        return StreamSupport.stream(standing.path("dueItems").spliterator(), false)
                .map(item -> item.path("kind").asText())
                .toList();
    }
}
