package io.upswing.session.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;

/** For every POST a body that would be accepted. */
final class Requests {
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("/courses/{courseId}/history/{eventId}/void", "{\"reason\": \"wrong\"}"),
            Map.entry(
                    "/courses/{courseId}/dose-orders",
                    "{\"mg\": 84, \"from\": \"2026-04-02\", \"orderedBy\": \"Dr. Example\"}"),
            Map.entry(
                    "/courses/{courseId}/consents",
                    "{\"signedOn\": \"2026-03-01\", \"document\": \"consent-7\", \"at\": \"2026-03-01T15:00:00Z\"}"),
            Map.entry("/courses/{courseId}/eligibility", """
                    {"trials": [{"drug": "sertraline", "class": "SSRI", "weeks": 8, "adequate": true}],
                     "decidedBy": "Dr. Example", "decision": "ELIGIBLE", "reason": "two trials"}"""),
            Map.entry(
                    "/courses/{courseId}/contraindications",
                    "{\"code\": \"hypersensitivity\", \"present\": false, \"on\": \"2026-03-01\"}"),
            Map.entry("/courses/{courseId}/rems-enrolment", "{\"state\": \"SENT\", \"on\": \"2026-03-01\"}"),
            Map.entry("/courses/{courseId}/benefit-decisions", """
                    {"outcome": "STOP", "on": "2026-04-01", "decidedBy": "Dr. Example", "reason": "moved away"}"""),
            Map.entry(
                    "/courses/{courseId}/intervals",
                    "{\"days\": 14, \"from\": \"2026-04-01\", \"decidedBy\": \"Dr. Example\", \"reason\": \"well\"}"),
            Map.entry("/courses/{courseId}/pauses", "{\"from\": \"2026-03-20\", \"reason\": \"holiday\"}"),
            Map.entry("/courses/{courseId}/resumptions", "{\"on\": \"2026-03-30\"}"),
            Map.entry("/courses/{courseId}/closure", "{\"on\": \"2026-04-01\", \"reason\": \"moved away\"}"),
            Map.entry("/courses/{courseId}/administrations", """
                    {"on": "2026-03-02", "doseMg": 56, "complete": true, "counted": true, "lot": "L1",
                     "observationMinutes": 130, "note": "on paper"}"""),
            Map.entry(
                    "/courses/{courseId}/sessions",
                    "{\"appointmentId\": \"6f0a3d2e-1111-4222-8333-944455556666\", \"doseMg\": 56}"),
            Map.entry(
                    "/courses/{courseId}/concurrent-treatments",
                    "{\"oralAntidepressant\": true, \"on\": \"2026-03-01\"}"),
            Map.entry("/courses/{courseId}/lapse-decisions", """
                    {"outcome": "RESUME", "on": "2026-04-01", "decidedBy": "Dr. Example", "reason": "was away"}"""),
            Map.entry(
                    "/courses/{courseId}/protocol-version",
                    "{\"version\": 1, \"decidedBy\": \"Dr. Example\", \"on\": \"2026-04-01\"}"),
            Map.entry("/patients/{patientId}/measures", """
                    {"instrument": "PHQ9", "answers": [1, 1, 1, 0, 0, 0, 0, 0, 0], "on": "2026-03-01",
                     "at": "2026-03-01T15:00:00Z"}"""),
            Map.entry(
                    "/safety-tasks/{taskId}/closure",
                    "{\"by\": \"Dr. Example\", \"disposition\": \"safe, plan made\"}"),
            Map.entry("/protocols", publication("our-own").toString()),
            Map.entry("/sessions/{sessionId}/doses", """
                    {"at": "2026-04-01T13:00:00Z", "kind": "DEVICE", "mg": 28, "lot": "L1", "device": 1,
                     "greenDots": true}"""),
            Map.entry("/sessions/{sessionId}/dose-stops", """
                    {"at": "2026-04-01T13:06:00Z", "givenMg": 42, "wastedMg": 14, "witness": "nurse-2",
                     "counted": true}"""),
            Map.entry("/sessions/{sessionId}/checklist", """
                    {"at": "2026-04-01T13:00:00Z", "lastFoodAt": "2026-04-01T11:00:00Z",
                     "lastLiquidAt": "2026-04-01T12:00:00Z", "nasalProductAt": "2026-04-01T12:00:00Z",
                     "rideConfirmed": true, "concomitant": {"benzodiazepines": false, "stimulants": false,
                     "maois": false, "opioids": false}, "weightKg": 82.4, "pregnancy": "NOT_PREGNANT"}"""),
            Map.entry("/sessions/{sessionId}/vitals", """
                    {"at": "2026-04-01T13:00:00Z", "systolic": 128, "diastolic": 80, "heartRate": 72, "spo2": 98,
                     "respiratoryRate": 14}"""),
            Map.entry("/sessions/{sessionId}/assessments", """
                    {"at": "2026-04-01T15:00:00Z", "moaas": 5, "cadss": 2, "respiratoryDepression": false}"""),
            Map.entry("/sessions/{sessionId}/adverse-events", """
                    {"at": "2026-04-01T15:00:00Z", "kind": "nausea", "serious": false, "description": "resolved"}"""),
            Map.entry("/sessions/{sessionId}/overrides", """
                    {"at": "2026-04-01T13:00:00Z", "rule": "week-cap", "reason": "makes up for a missed one",
                     "by": "Dr. Example"}"""),
            Map.entry("/sessions/{sessionId}/left-against-advice", "{\"at\": \"2026-04-01T15:00:00Z\"}"),
            Map.entry(
                    "/sessions/{sessionId}/discharge",
                    "{\"at\": \"2026-04-01T18:00:00Z\", \"by\": \"nurse-1\", \"escort\": true}"),
            Map.entry("/sessions/{sessionId}/abort", "{\"reason\": \"pressure\"}"),
            Map.entry("/sessions/{sessionId}/corrections", """
                    {"on": "2026-03-03", "doseMg": 84, "complete": true, "counted": true, "lot": "L2",
                     "reason": "wrong day"}"""),
            Map.entry("/sessions/{sessionId}/void", "{\"reason\": \"another patient's\"}"),
            Map.entry(
                    "/sessions/{sessionId}/count-decisions",
                    "{\"counted\": true, \"decidedBy\": \"Dr. Example\", \"reason\": \"most of it\"}"),
            Map.entry("/sessions/{sessionId}/rems-form", """
                    {"state": "DRAFTED", "at": "2026-04-01T18:00:00Z",
                     "explained": [{"field": "sedation", "reason": "on paper"}]}"""),
            Map.entry(
                    "/sessions/{sessionId}/follow-ups",
                    "{\"by\": \"nurse-1\", \"outcome\": \"well\", \"note\": \"slept\"}"));

    private Requests() {}

    /** The US protocol under another name, as its author would hand it in. */
    static ObjectNode publication(String id) {
        try (var in = Requests.class.getResourceAsStream("/protocols/esk-trd-us.json")) {
            var schedule = (ObjectNode) new ObjectMapper().readTree(in);
            schedule.remove("version");
            schedule.put("id", id);
            var publication = JsonNodeFactory.instance.objectNode();
            publication.set("sources", schedule.remove("sources"));
            publication.set("schedule", schedule);
            return publication.put("signedOffBy", "Dr. Example");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String body(String path, UUID siteId) {
        return path.equals("/patients/{patientId}/courses") ? """
                {"protocolId": "esk-trd-us", "pattern": "standard", "siteId": "%s", "prescribedOn": "2026-03-01",
                 "prescriberId": "Dr. Example", "indication": "TRD", "dose": {"mg": 56},
                 "setting": "OUTPATIENT"}""".formatted(siteId) : BODIES.get(path);
    }
}
