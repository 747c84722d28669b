package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A nurse's whole infusions: one by the book with its arithmetic, one stopped half way, with every refusal on the way. */
class InfusionSessionStory {
    private static final ZoneId ZONE = ZoneId.of(Clinic.NEW_YORK);
    private static final Map<String, ?> HOME = Map.of("by", "nurse 7", "escort", true);
    private static final Map<String, ?> ALONE = Map.of("by", "nurse 7", "escort", false);

    private final Clinic clinic = Clinic.of("infusion session");
    private final LocalDate yesterday = LocalDate.now(Clock.system(ZONE)).minusDays(1);

    @Test
    void from_the_door_to_the_ride_home() {
        var site = clinic.site(Clinic.NEW_YORK);
        var patient = clinic.patient("Drip");
        var course = prescribed(patient, site);
        consent(course);

        wholeInfusion(course);
        stoppedInfusion(course);
        System.out.println(
                "Infusion: 82.4 kg, 41.2 mg in 0.824 mL at 1.03 mg/min, 458.8 mg left in the vial; observed 60"
                        + " minutes from its end; the next one stopped half way, not counted until a prescriber said so");
    }

    private void wholeInfusion(UUID course) {
        var chair = Chairside.checkIn(clinic, course, yesterday.minusDays(3), ZONE, "09:00", Map.of());
        assertThat(chair.codes("prompts")).contains("weight-missing");
        chair.recorded("checklist", "09:05", Map.of("rideConfirmed", true, "concomitant", Map.of(), "weightKg", 82.4));
        var infusion = chair.chart().path("infusion");
        assertThat(infusion.path("mg").decimalValue()).isEqualByComparingTo("41.2");
        assertThat(infusion.path("volumeMl").decimalValue()).isEqualByComparingTo("0.824");
        assertThat(infusion.path("mgPerMinute").decimalValue()).isEqualByComparingTo("1.03");
        assertThat(infusion.path("wasteMg").decimalValue()).isEqualByComparingTo("458.8");
        chair.recorded("vitals", "09:08", Map.of("systolic", 128, "diastolic", 80));

        chair.refused("dose-range", "doses", "09:10", start(90));
        chair.recorded("doses", "09:10", start(41.2));
        chair.refused("infusion-running", "discharge", "09:30", HOME);
        chair.recorded("vitals", "09:25", Map.of("systolic", 150, "diastolic", 94));
        chair.recorded("doses", "09:50", Map.of("kind", "INFUSION_END", "mg", 41.2));
        assertThat(chair.chart().path("given").asText()).isEqualTo("FULL");

        chair.refused("observation", "discharge", "10:30", HOME);
        chair.refused("observation", "discharge", "10:50", ALONE);
        chair.recorded("vitals", "10:48", Map.of("systolic", 130, "diastolic", 80));
        chair.recorded("assessments", "10:48", Map.of("moaas", 5, "cadss", 0, "respiratoryDepression", false));
        var home = chair.recorded("discharge", "10:50", HOME);
        assertThat(clinic.standing(home, course, yesterday).path("given").asInt())
                .isEqualTo(1);
    }

    private void stoppedInfusion(UUID course) {
        var chair = Chairside.checkIn(clinic, course, yesterday, ZONE, "09:00", Map.of());
        assertThat(chair.chart().path("vitals")).as("nothing is inherited").isEmpty();
        chair.refused("not-dosing", "dose-stops", "09:05", Map.of("givenMg", 20));
        chair.recorded("doses", "09:10", start(41.2));
        var half = Map.of("givenMg", 20.6, "wastedMg", 20.6, "witness", "nurse 12");
        var stopped = chair.recorded("dose-stops", "09:30", half);
        chair.refused("dose-stopped", "doses", "09:40", Map.of("kind", "INFUSION_END", "mg", 41.2));
        assertThat(chair.chart().path("given").asText()).isEqualTo("PART");
        assertThat(clinic.standing(stopped, course, yesterday).path("given").asInt())
                .isEqualTo(1);

        chair.refused("observation", "discharge", "10:00", HOME);
        chair.overridden("observation", "10:00");
        chair.recorded("discharge", "10:00", HOME);

        var word = Map.of("counted", true, "decidedBy", "Dr. Example", "reason", "Half of it, well tolerated");
        var counted =
                created(clinic.api().post("prescriber", "/sessions/" + chair.session() + "/count-decisions", word));
        assertThat(clinic.standing(counted, course, yesterday).path("given").asInt())
                .isEqualTo(2);
    }

    private UUID prescribed(UUID patient, UUID site) {
        var request = Map.of(
                "protocolId",
                "iv-racemic-series",
                "siteId",
                site,
                "prescribedOn",
                yesterday.minusDays(5),
                "prescriberId",
                "Dr. Example",
                "indication",
                "TRD",
                "dose",
                Map.of("mgPerKg", 0.5));
        return created(clinic.api().post("prescriber", "/patients/" + patient + "/courses", request))
                .id("courseId");
    }

    private void consent(UUID course) {
        var signed = Map.of("signedOn", yesterday.minusDays(4), "document", "consent 2026");
        created(clinic.api().post("nurse", "/courses/" + course + "/consents", signed));
    }

    private static Map<String, ?> start(double mg) {
        return Map.of("kind", "INFUSION_START", "mg", mg, "lot", "LOT-9");
    }
}
