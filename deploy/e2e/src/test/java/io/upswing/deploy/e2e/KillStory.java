package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.e2e.Load.Answered;
import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every process dies once under load; what was answered 201 is there once, in order, and in every view. */
@Tag("long")
class KillStory {
    private static final List<String> VICTIMS =
            List.of("session-service", "scheduling-service", "notification-service", "kafka", "postgres");

    private final LocalSystem system = RunningSystem.get();
    private final Clinic clinic = Clinic.of("kill");

    @Test
    void what_was_answered_201_is_there_once_and_in_order() {
        var load = new Load(clinic);
        try (load) {
            load.start();
            VICTIMS.forEach(victim -> kill(victim, load));
            progress(load);
        }
        assertThat(load.refused()).isEmpty();
        RunningSystem.awaitNothingUnsent();
        var positions = askedAgain(load.answered());
        var streams = streams();
        inTheLogOnce(positions, streams);
        inTheViews(streams);
        System.out.printf(
                "Kill: %d requests, %d at first answered 201 and %d 202, all in the log once and in order%n",
                positions.size(), load.count(201), load.count(202));
    }

    private void kill(String victim, Load load) {
        progress(load);
        var began = System.nanoTime();
        system.process(victim).kill9();
        RunningSystem.SERVICES.stream()
                .filter(service -> !service.equals(victim))
                .forEach(this::lives);
        system.up();
        progress(load);
        System.out.printf(
                "Kill: %s killed, up and %.1f s later everything went on%n", victim, (System.nanoTime() - began) / 1e9);
    }

    /** Nothing restarts a service because another process died. */
    private void lives(String service) {
        var answer =
                clinic.api().send(clinic.api().bare(service, "/q/health/live").GET());
        assertThat(answer.status()).as(service + ": " + answer.text()).isEqualTo(200);
    }

    private static void progress(Load load) {
        var before = load.count(201);
        Wait.orFail(Duration.ofSeconds(60), "more to be answered 201", () -> load.count(201) > before + 60);
    }

    /** Each request again gets the first answer; where each stands in the log. */
    private Map<Position, Answered> askedAgain(List<Answered> requests) {
        var positions = new HashMap<Position, Answered>();
        for (var request : requests) {
            var again = clinic.api().post(request.role(), request.path(), request.body(), request.key());
            assertThat(again.status()).as(again.text()).isEqualTo(200);
            assertThat(again.text()).isEqualTo(request.answer().text());
            var position = Position.parse(again.logPosition().orElseThrow());
            request.answer()
                    .logPosition()
                    .map(Position::parse)
                    .ifPresent(first -> assertThat(first).isEqualTo(position));
            assertThat(positions.put(position, request))
                    .as("another at " + position)
                    .isNull();
        }
        return positions;
    }

    /** Where an event stands. */
    private record Position(String topic, UUID stream, int version) {
        static Position parse(String text) {
            var parts = text.split("[/@]", 3);
            return new Position(parts[0], UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        }
    }

    private Map<String, Map<UUID, List<TopicRecord>>> streams() {
        return Stream.of("session-events", "scheduling-events")
                .collect(Collectors.toMap(name -> name, name -> Topic.streams(clinic.recordsOf(name))));
    }

    private static void inTheLogOnce(
            Map<Position, Answered> positions, Map<String, Map<UUID, List<TopicRecord>>> streams) {
        positions
                .keySet()
                .forEach(position -> assertThat(streams.get(position.topic()).get(position.stream()))
                        .as(position.toString())
                        .hasSizeGreaterThanOrEqualTo(position.version()));
        var events = streams.values().stream()
                .flatMap(topic -> topic.values().stream())
                .mapToInt(List::size)
                .sum();
        assertThat(events).as("one event for each request, and no other").isEqualTo(positions.size());
    }

    private void inTheViews(Map<String, Map<UUID, List<TopicRecord>>> streams) {
        streams.get("session-events").forEach((patient, events) -> {
            var last = "session-events/" + patient + "@" + events.size();
            var series = clinic.api().getAfter(last, "front-desk", "/patients/" + patient + "/series");
            var given = events.stream()
                    .filter(event -> event.type().equals("session.administration-recorded.v1"))
                    .count();
            assertThat(series.json().findValuesAsText("givenInTotal"))
                    .as(series.text())
                    .containsExactly(Long.toString(given));
        });
        streams.get("scheduling-events").forEach((stream, events) -> {
            var booked = events.stream()
                    .filter(event -> event.type().equals("scheduling.appointment-booked.v1"))
                    .count();
            var appointments = Clinic.ok(clinic.api().get("front-desk", "/appointments?patientId=" + stream));
            assertThat(appointments.json().path("total").asLong()).isEqualTo(booked);
        });
    }
}
