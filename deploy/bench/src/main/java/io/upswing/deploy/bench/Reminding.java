package io.upswing.deploy.bench;

import io.upswing.deploy.local.client.Api;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the manager of a clinic lets its patients be told before an appointment: by mail, and nothing of anything else. */
record Reminding(Api api) {

    /** Once, so many minutes before it. */
    void minutesBefore(int minutes) {
        adopt(List.of(step("minutes-before", Map.of("minutes", -minutes))));
    }

    /** Three days and one day before it, at a time of the day. */
    void daysBeforeAt(LocalTime time) {
        adopt(List.of(
                step("3-days-before", Map.of("days", -3, "at", time)),
                step("1-day-before", Map.of("days", -1, "at", time))));
    }

    private static Map<String, Object> step(String name, Map<String, Object> offset) {
        var step = new HashMap<>(offset);
        step.put("name", name);
        step.put("anchor", "START");
        step.put("audience", "PATIENT");
        step.put("channels", List.of("EMAIL"));
        step.put("template", "appointment");
        step.put("templateVersion", 1);
        return step;
    }

    private void adopt(List<Map<String, Object>> steps) {
        var policies = Map.of(
                "channels",
                List.of("EMAIL"),
                "sendingHours",
                Map.of("opens", "08:00", "closes", "21:00"),
                "caps",
                Map.of("perDay", 5, "perWeek", 15),
                "usefulFor",
                "PT72H",
                "policies",
                List.of(Map.of("about", "APPOINTMENT", "steps", steps)));
        var answer = api.put("manager", "/policies", policies);
        if (!answer.ok()) {
            throw new IllegalStateException("Not adopted: " + answer);
        }
    }
}
