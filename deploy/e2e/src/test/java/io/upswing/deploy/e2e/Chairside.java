package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static io.upswing.deploy.e2e.Clinic.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.client.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What a nurse does beside one chair on one day: each record at the time of day at which it happened. */
record Chairside(Clinic clinic, UUID session, LocalDate day, ZoneId zone) {

    static Chairside checkIn(Clinic clinic, UUID course, LocalDate day, ZoneId zone, String time, Map<String, ?> with) {
        var body = new LinkedHashMap<String, Object>(with);
        body.put("at", instant(day, zone, time));
        var session = created(clinic.api().post("nurse", "/courses/" + course + "/sessions", body))
                .id("sessionId");
        return new Chairside(clinic, session, day, zone);
    }

    Instant at(String time) {
        return instant(day, zone, time);
    }

    private static Instant instant(LocalDate day, ZoneId zone, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    /** Recorded by a nurse. */
    Answer recorded(String what, String time, Map<String, ?> body) {
        return created(post("nurse", what, time, body));
    }

    /** Asked for and not done: the code says why. */
    void refused(String code, String what, String time, Map<String, ?> body) {
        var answer = post("nurse", what, time, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    void overridden(String rule, String time) {
        var body = Map.of("rule", rule, "reason", "Judged at the chair", "by", "Dr. Example");
        assertThat(post("nurse", "overrides", time, body).status())
                .as("an override is a prescriber's")
                .isEqualTo(403);
        created(post("prescriber", "overrides", time, body));
    }

    Answer post(String role, String what, String time, Map<String, ?> with) {
        var body = new LinkedHashMap<String, Object>(with);
        body.put("at", at(time));
        return clinic.api().post(role, "/sessions/" + session + "/" + what, body);
    }

    JsonNode chart() {
        return ok(clinic.api().get("nurse", "/sessions/" + session)).json();
    }

    /** The codes that the chart lists under blocks or prompts. */
    List<String> codes(String list) {
        return StreamSupport.stream(chart().path(list).spliterator(), false)
                .map(each -> each.path("code").asText())
                .toList();
    }

    JsonNode form() {
        return ok(clinic.api().get("nurse", "/sessions/" + session + "/rems-form"))
                .json();
    }
}
