package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What notification-service says became of a clinic's reminders that were due by a time. */
record Ledger(Map<UUID, String> states, Set<UUID> perhapsSent) {
    private static final int PAGE = 200;

    static Ledger of(Clinic clinic, Instant dueBy) {
        var states = new HashMap<UUID, String>();
        pages(
                clinic,
                "/reminders?to=" + dueBy,
                item -> states.put(
                        UUID.fromString(item.path("id").asText()),
                        item.path("state").asText()));
        var perhapsSent = new HashSet<UUID>();
        pages(
                clinic,
                "/worklist?kind=PERHAPS_SENT",
                item -> perhapsSent.add(UUID.fromString(item.path("id").asText())));
        return new Ledger(states, perhapsSent);
    }

    /** How many of them have no end yet. */
    static int open(Clinic clinic, Instant dueBy) {
        return total(clinic, "PLANNED", dueBy) + total(clinic, "STARTED", dueBy);
    }

    private static int total(Clinic clinic, String state, Instant dueBy) {
        var page = ok(clinic.api().get("front-desk", "/reminders?size=1&state=" + state + "&to=" + dueBy));
        return page.json().path("total").asInt();
    }

    long count(String state) {
        return states.values().stream().filter(state::equals).count();
    }

    private static void pages(Clinic clinic, String path, Consumer<JsonNode> taken) {
        var total = 1;
        for (int page = 0; page * PAGE < total; page++) {
            var answer = ok(clinic.api().get("front-desk", path + "&size=" + PAGE + "&page=" + page))
                    .json();
            total = answer.path("total").asInt();
            answer.path("items").forEach(taken);
        }
    }
}
