package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Race.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Sixty-four clients at two replicas want what only a few can have: exactly the capacity is sold, each time. The rounds are
 * few by default; {@code -Dstories.rounds=1000} runs as many.
 */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
class RaceStory {
    private static final String TAKEN = "slot-taken";
    private static final int WATCHED_AT_ONCE = 3;

    private final Clinic clinic = Clinic.of("races");
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
    void one_slot_is_sold_once() {
        var room = Room.of(clinic, 1);
        var patients = racers();
        var sold = new ArrayList<Answer>();
        race.rounds("one slot", round -> {
            var start = room.time(round, 30);
            var answers = race.together((api, client) -> book(api, room.consultation(patients.get(client), start)));
            sold.addAll(won(answers, 1, TAKEN));
            assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(RaceStory::saysWhatIsFree);
        });
        room.invariants().holdWith(sold);
    }

    @Test
    void of_overlapping_times_on_one_chair_one_is_sold() {
        var room = Room.of(clinic, 1);
        var patients = racers();
        var sold = new ArrayList<Answer>();
        race.rounds("overlapping times", round -> {
            var first = room.time(round, 60);
            sold.addAll(won(
                    race.together((api, client) -> {
                        var start = first.plusSeconds(300L * (client % 6));
                        return book(api, room.consultation(patients.get(client), start));
                    }),
                    1,
                    TAKEN));
        });
        room.invariants().holdWith(sold);
    }

    @Test
    void monitors_watch_as_many_as_they_may() {
        var room = Room.of(clinic, 8);
        var patients = racers();
        room.staff(clinic, "MONITOR", WATCHED_AT_ONCE);
        room.staff(clinic, "PRESCRIBER", null);
        var courses = patients.stream()
                .map(patient -> clinic.course(patient, room.site(), room.today()))
                .toList();
        var sold = new ArrayList<Answer>();
        race.rounds("the last places under a monitor", round -> {
            var start = room.time(round, 180);
            var answers = race.together((api, client) -> api.post(
                    "prescriber", "/appointments", room.treatment(patients.get(client), courses.get(client), start)));
            sold.addAll(won(answers, WATCHED_AT_ONCE, "no-monitor"));
        });
        room.invariants().holdWith(sold);
    }

    /** Every fifth is named by nobody, and keeps all out. */
    @Test
    void a_slot_is_held_once_and_for_whoever_holds_it() {
        var room = Room.of(clinic, 1);
        var patients = racers();
        var sold = new ArrayList<Answer>();
        race.rounds("a hold", round -> {
            var start = room.time(round, 30);
            var answers = race.together(
                    (api, client) -> api.post("front-desk", "/holds", room.consultation(patients.get(client), start)));
            var hold = won(answers, 1, TAKEN).getFirst();
            var named = round % 5 == 4 ? -1 : answers.indexOf(hold);
            var booked = race.together((api, client) -> {
                var wish = new LinkedHashMap<>(room.consultation(patients.get(client), start));
                if (client == named) {
                    wish.put("holdId", hold.id("holdId"));
                }
                return book(api, wish);
            });
            sold.addAll(won(booked, named < 0 ? 0 : 1, TAKEN));
            assertThat(named < 0 || booked.get(named).status() == 201).isTrue();
        });
        room.invariants().holdWith(sold);
    }

    /** Nobody who is expected elsewhere. */
    private List<UUID> racers() {
        return IntStream.range(0, Race.CLIENTS)
                .mapToObj(number -> clinic.patient("Racer" + number))
                .toList();
    }

    private static Answer book(Api api, Map<String, ?> wish) {
        return api.post("front-desk", "/appointments", wish);
    }

    private static void saysWhatIsFree(Answer answer) {
        assertThat(answer.json().path("alternatives")).isNotEmpty().allMatch(RaceStory::isSlot);
    }

    private static boolean isSlot(JsonNode alternative) {
        return alternative.has("start") && alternative.has("end") && alternative.has("chairId");
    }
}
