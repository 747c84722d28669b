package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinic of one story and what its staff do at the API. No story meets another's records. */
record Clinic(String id, Api api) {
    static final String NEW_YORK = "America/New_York";

    static Clinic of(String story) {
        var id = "clinic of the " + story;
        return new Clinic(id, RunningSystem.get().api(id));
    }

    UUID site(String zone) {
        return created(api.post("manager", "/sites", siteRequest(zone))).id("siteId");
    }

    static Map<String, Object> siteRequest(String zone) {
        var hours = Stream.of(DayOfWeek.values())
                .map(day -> Map.of("day", day.name(), "opens", "08:00", "closes", "18:00"))
                .toList();
        return Map.of("name", "Harbour", "timeZone", zone, "hours", hours, "certifiedRems", true);
    }

    UUID chair(UUID site) {
        return created(api.post("manager", "/sites/" + site + "/chairs", chairRequest("Chair")))
                .id("chairId");
    }

    static Map<String, Object> chairRequest(String name) {
        return Map.of("name", name, "routes", List.of("IV", "IM", "IN"));
    }

    UUID patient(String familyName) {
        return patient(familyName, NEW_YORK, null);
    }

    UUID patient(String familyName, String zone, @Nullable String email) {
        return created(api.post("front-desk", "/patients", patientRequest(familyName, zone, email)))
                .id("patientId");
    }

    static Map<String, Object> patientRequest(String familyName, String zone, @Nullable String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("givenName", "Ada");
        body.put("familyName", familyName);
        body.put("birthDate", "1984-05-02");
        body.put("timeZone", zone);
        if (email != null) {
            body.put("email", email);
            body.put("consents", List.of(Map.of("channel", "EMAIL", "granted", true, "at", "2026-02-20T15:00:00Z")));
        }
        return body;
    }

    UUID course(UUID patient, UUID site, LocalDate prescribedOn) {
        return created(api.post("prescriber", "/patients/" + patient + "/courses", courseRequest(site, prescribedOn)))
                .id("courseId");
    }

    static Map<String, Object> courseRequest(UUID site, LocalDate prescribedOn) {
        return Map.of(
                "protocolId", "esk-trd-us",
                "siteId", site,
                "prescribedOn", prescribedOn,
                "prescriberId", "Dr. Example",
                "indication", "TRD");
    }

    Answer administration(UUID course, LocalDate on) {
        return created(api.post("nurse", "/courses/" + course + "/administrations", administrationRequest(on)));
    }

    static Map<String, Object> administrationRequest(LocalDate on) {
        return Map.of("on", on, "doseMg", 56, "complete", true);
    }

    /** The standing once the write at the position is in it. */
    JsonNode standing(Answer written, UUID course, LocalDate asOf) {
        var position = written.logPosition().orElseThrow();
        return ok(api.getAfter(position, "front-desk", "/series/" + course + "?asOf=" + asOf))
                .json();
    }

    /** What a topic of events holds of this clinic. */
    List<TopicRecord> recordsOf(String topic) {
        return new Topic(topic).records(RunningSystem.get().bootstrapServers(), id);
    }

    static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }
}
