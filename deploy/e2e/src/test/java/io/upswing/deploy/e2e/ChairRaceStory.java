package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.embedded.Ports;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sixty-four clients want one chair at one time, at two replicas; each time exactly one gets it. */
@Tag("long")
class ChairRaceStory {
    private static final int CLIENTS = 64;
    private static final int ROUNDS = 200;
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private final Clinic clinic = Clinic.of("chair race");
    private final UUID site = clinic.site(Clinic.NEW_YORK);
    private final UUID chair = clinic.chair(site);

    @Test
    void exactly_one_wins_each_time() throws Exception {
        var replica = RunningSystem.get().replica("scheduling-service", Ports.free());
        replica.start();
        var began = System.nanoTime();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = clinic.api().withServiceAt("scheduling-service", LocalSystem.address(replica));
            var patients = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> clinic.patient("Racer" + n))
                    .toList();
            var start = new CyclicBarrier(CLIENTS);
            var races = IntStream.range(0, CLIENTS)
                    .mapToObj(n ->
                            executor.submit(() -> race(n % 2 == 0 ? clinic.api() : there, patients.get(n), start)))
                    .toList();
            var answers = new ArrayList<List<Answer>>();
            for (var race : races) {
                answers.add(race.get());
            }
            IntStream.range(0, ROUNDS)
                    .forEach(round ->
                            judge(answers.stream().map(each -> each.get(round)).toList()));
        } finally {
            replica.stop();
        }
        assertThat(booked()).isEqualTo(ROUNDS);
        System.out.printf(
                "Chair race: %d clients at 2 replicas, %d rounds, one winner each, in %.0f s%n",
                CLIENTS, ROUNDS, (System.nanoTime() - began) / 1e9);
    }

    private List<Answer> race(Api api, UUID patient, CyclicBarrier start) throws Exception {
        var answers = new ArrayList<Answer>();
        for (var round = 0; round < ROUNDS; round++) {
            start.await();
            answers.add(api.post("front-desk", "/appointments", appointment(patient, round)));
        }
        return answers;
    }

    private Map<String, Object> appointment(UUID patient, int round) {
        var start = date(round).atTime(NINE).atZone(ZoneId.of(Clinic.NEW_YORK)).toInstant();
        return Map.of(
                "patientId",
                patient,
                "siteId",
                site,
                "chairId",
                chair,
                "kind",
                "CONSULTATION",
                "start",
                start.toString());
    }

    private static LocalDate date(int round) {
        return LocalDate.now(ZoneId.of(Clinic.NEW_YORK)).plusDays(2 + round);
    }

    private static void judge(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(ChairRaceStory::refusedWithAlternatives);
    }

    private static void refusedWithAlternatives(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        var problem = answer.json();
        assertThat(problem.path("code").asText()).isEqualTo("slot-taken");
        assertThat(problem.path("alternatives")).isNotEmpty().allMatch(ChairRaceStory::isSlot);
    }

    private static boolean isSlot(JsonNode alternative) {
        return alternative.has("start") && alternative.has("end") && alternative.has("chairId");
    }

    private int booked() {
        var from = date(0);
        var query = "/appointments?siteId=" + site + "&from=" + from + "&to=" + from.plusDays(ROUNDS) + "&size=1";
        return Clinic.ok(clinic.api().get("front-desk", query))
                .json()
                .path("total")
                .asInt();
    }
}
