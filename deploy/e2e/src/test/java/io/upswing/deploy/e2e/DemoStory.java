package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.demo.Demo;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The demo shows a clinic with patients in every state, and can be told again. */
class DemoStory {
    private final Clinic clinic = Clinic.of("demo");

    @Test
    void a_clinic_is_filled_and_filled_again() {
        assertThat(Demo.fill(RunningSystem.get(), clinic.id(), System.out)).isTrue();
        var items = callList();
        assertThat(states(items))
                .contains("NOT_STARTED", "WINDOW_OPEN", "NOT_DUE", "LATE", "OVERDUE", "LAPSED", "GATE_PENDING");
        assertThat(items)
                .extracting(item -> item.path("kind").asText())
                .contains("SESSION", "MAINTENANCE", "GATE", "CHECK_IN");
        assertThat(items)
                .extracting(item -> item.path("appointmentId").isTextual())
                .contains(true, false);

        assertThat(Demo.fill(RunningSystem.get(), clinic.id(), System.out)).isTrue();

        assertThat(callList()).isEqualTo(items);
        var patients = Clinic.ok(clinic.api().get("front-desk", "/patients?query=&size=200"))
                .json();
        System.out.println(
                "Demo: " + patients.path("total") + " patients, told twice and there once; states " + states(items));
    }

    private List<JsonNode> callList() {
        var list = Clinic.ok(clinic.api().get("front-desk", "/due?size=200")).json();
        return StreamSupport.stream(list.path("items").spliterator(), false).toList();
    }

    private static List<String> states(List<JsonNode> items) {
        return items.stream()
                .map(item -> item.at("/standing/state").asText())
                .distinct()
                .sorted()
                .toList();
    }
}
