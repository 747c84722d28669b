package io.upswing.scheduling;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is on duty at a site of a clinic, through the public API; each shift is another person's. */
public record StaffFixture(ClinicFixture clinic, UUID site) {
    public UUID monitor(String from, String to, int patients) {
        return ClinicFixture.id(add("MONITOR", from, to, Map.of("maxPatients", patients)), "shiftId");
    }

    public UUID prescriber(String from, String to) {
        return ClinicFixture.id(add("PRESCRIBER", from, to, Map.of()), "shiftId");
    }

    public Response add(String role, String from, String to, Map<String, ?> more) {
        var staffId = UUID.randomUUID().toString();
        var body = new HashMap<String, Object>(
                Map.of("staffId", staffId, "name", "Noor", "role", role, "from", from, "to", to));
        body.putAll(more);
        return clinic.as("manager").body(body).post("/sites/" + site + "/shifts");
    }

    public Response callOff(UUID shift, @Nullable String from, boolean dryRun) {
        var query = "?dryRun=" + dryRun + (from == null ? "" : "&from=" + from);
        return clinic.as("manager").delete("/shifts/" + shift + query);
    }

    public Response close(String from, String to) {
        return clinic.as("manager")
                .body(Map.of("from", from, "to", to, "reason", "repairs"))
                .post("/sites/" + site + "/closures");
    }
}
