package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** A clinic's policies as it adopts them: those it has, with what is changed here. */
record Adopted(Clinic clinic, ObjectNode policies) {

    static Adopted by(Clinic clinic) {
        var policies = (ObjectNode) ok(clinic.api().get("manager", "/policies")).json();
        policies.remove(List.of("adopted", "replanning"));
        return new Adopted(clinic, policies);
    }

    /** Text messages too, and as many messages a day as a story has. */
    Adopted withTextMessages() {
        policies.putArray("channels").add("EMAIL").add("SMS");
        policies.putObject("caps").put("perDay", 20).put("perWeek", 40);
        return this;
    }

    /** By which channel all steps about something go first. */
    Adopted firstBy(String channel, String about) {
        for (var step : steps(about)) {
            var channels = ((ObjectNode) step).putArray("channels").add(channel);
            channels.add(channel.equals("SMS") ? "EMAIL" : "SMS");
        }
        return this;
    }

    /** At what time of its day a step is due. */
    Adopted at(LocalTime time, String about, String name) {
        for (var step : steps(about)) {
            if (step.path("name").asText().equals(name)) {
                ((ObjectNode) step).put("at", time.toString());
            }
        }
        return this;
    }

    void adopt() {
        var answer = clinic.api().put("manager", "/policies", policies);
        assertThat(answer.ok()).as(answer.toString()).isTrue();
    }

    private ArrayNode steps(String about) {
        return (ArrayNode) StreamSupport.stream(policies.path("policies").spliterator(), false)
                .filter(policy -> policy.path("about").asText().equals(about))
                .map((JsonNode policy) -> policy.path("steps"))
                .findFirst()
                .orElseThrow();
    }
}
