package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static io.upswing.deploy.e2e.Race.won;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Sixty-four patients at two replicas move into one place, or into each other's: nobody is lost, nobody sits twice. */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class MoveRaceStory {
    private static final String TAKEN = "slot-taken";
    private static final int MINUTES = 30;
    private static final int TIMES = 8;

    private final Clinic clinic = Clinic.of("moves");
    private Race race;

    @BeforeAll
    void start() {
        race = Race.withSecondReplica(clinic);
    }

    @AfterAll
    void stop() {
        race.close();
    }

    @Test
    void one_place_is_moved_into_once() {
        var room = Room.of(clinic, 5);
        var wanted = room.chairs().getLast();
        var placed = new ArrayList<>(IntStream.range(0, Race.CLIENTS)
                .mapToObj(number -> book(room, number, room.chairs().get(number % 4), room.time(number / 4, MINUTES)))
                .toList());
        race.rounds("one place to move into", round -> {
            var start = room.time(Race.CLIENTS + round, MINUTES);
            var answers =
                    race.together((api, client) -> move(api, placed.get(client), start, Map.of("chairId", wanted)));
            won(answers, 1, TAKEN);
            follow(answers, placed);
        });
        room.invariants().holdWith(placed);
    }

    /** Eight at each of eight times for nine chairs: whoever finds the ninth free leaves a place to somebody else. */
    @Test
    void patients_move_into_each_others_places() {
        var room = Room.of(clinic, TIMES + 1);
        var placed = new ArrayList<>(IntStream.range(0, Race.CLIENTS)
                .mapToObj(number ->
                        book(room, number, room.chairs().get(number / TIMES), room.time(number % TIMES, MINUTES)))
                .toList());
        var moved = new ArrayList<Answer>();
        race.rounds("each other's places", round -> {
            var before = List.copyOf(placed);
            var answers = round % 4 == 3
                    ? race.together((api, client) -> intoTheChairOf(api, before, client))
                    : race.together((api, client) -> toTheOtherTime(api, room, before.get(client)));
            moved.addAll(won(answers, TAKEN));
            follow(answers, placed);
            noTimeHasMoreThanChairs(placed);
        });
        assertThat(moved).isNotEmpty();
        room.invariants().holdWith(placed);
        System.out.printf("Race for each other's places: %d moves, all patients there once%n", moved.size());
    }

    /** The place of the next patient, who leaves for another's only at this moment or not at all. */
    private static Answer intoTheChairOf(Api api, List<Answer> placed, int client) {
        var wanted = placed.get((client + 1) % Race.CLIENTS);
        return move(api, placed.get(client), start(wanted), Map.of("chairId", wanted.id("chairId")));
    }

    private static Answer toTheOtherTime(Api api, Room room, Answer placed) {
        var time = IntStream.range(0, TIMES)
                .filter(number -> room.time(number, MINUTES).equals(start(placed)))
                .findFirst()
                .orElseThrow();
        return move(api, placed, room.time(time ^ 1, MINUTES), Map.of());
    }

    private Answer book(Room room, int number, UUID chair, Instant start) {
        var patient = clinic.patient("Mover" + number);
        return created(clinic.api().post("front-desk", "/appointments", room.consultation(patient, chair, start)));
    }

    private static Answer move(Api api, Answer placed, Instant start, Map<String, Object> chair) {
        var place = new HashMap<String, Object>(chair);
        place.put("start", start);
        return api.post("front-desk", "/appointments/" + placed.id("appointmentId") + "/move", place);
    }

    private static Instant start(Answer placed) {
        return Instant.parse(placed.json().path("start").asText());
    }

    private static void follow(List<Answer> answers, List<Answer> placed) {
        for (int client = 0; client < answers.size(); client++) {
            if (answers.get(client).status() == 201) {
                placed.set(client, answers.get(client));
            }
        }
    }

    private static void noTimeHasMoreThanChairs(List<Answer> placed) {
        assertThat(placed.stream().collect(Collectors.groupingBy(MoveRaceStory::start, Collectors.counting())))
                .allSatisfy((start, patients) -> assertThat(patients).isLessThanOrEqualTo(TIMES + 1));
    }
}
