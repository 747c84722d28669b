package io.upswing.deploy.local.demo;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a course begins: the patient is registered, the protocol prescribed, the papers are put on file. */
record Intake(Story story, Notes notes, UUID siteId, Calendar calendar) {
    static final String PRESCRIBER = "Dr Leonie Achebe";

    UUID register() {
        return notes.post("front-desk", "/patients", story.person().registration())
                .id("patientId");
    }

    UUID prescribe(UUID patientId) {
        var plan = story.plan();
        var body = new LinkedHashMap<String, Object>();
        body.put("protocolId", plan.protocolId());
        if (plan.pattern() != null) {
            body.put("pattern", plan.pattern());
        }
        body.put("siteId", siteId);
        body.put("prescribedOn", calendar.prescribedOn());
        body.put("prescriberId", PRESCRIBER);
        body.put("indication", plan.indication());
        body.put("dose", plan.order());
        return notes.post("prescriber", "/patients/" + patientId + "/courses", body)
                .id("courseId");
    }

    void file(UUID courseId) {
        var course = "/courses/" + courseId;
        var on = calendar.prescribedOn();
        var consent = Map.of("signedOn", on, "document", "Consent to treatment, version 3");
        notes.post("nurse", course + "/consents", consent);
        if (story.plan().needsEligibility()) {
            notes.post("prescriber", course + "/eligibility", eligibility(calendar.at(on, LocalTime.NOON)));
        }
        if (story.plan().underRems()) {
            notes.post("nurse", course + "/rems-enrolment", Map.of("state", "SENT", "on", on));
            notes.post("nurse", course + "/rems-enrolment", Map.of("state", "CONFIRMED", "on", on.plusDays(1)));
        }
    }

    private static Map<String, Object> eligibility(String at) {
        var trials = List.of(
                Map.of("drug", "sertraline", "class", "SSRI", "weeks", 10, "adequate", true),
                Map.of("drug", "venlafaxine", "class", "SNRI", "weeks", 8, "adequate", true));
        return Map.of("trials", trials, "decidedBy", PRESCRIBER, "decision", "ELIGIBLE", "at", at);
    }
}
