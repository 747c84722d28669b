package io.upswing.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Weeks across both clock changes, drawn from fixed seeds: whatever happens, the calendar holds what was promised. */
class CalendarSimulationTest {
    private static final int SEEDS = 6;
    private static final int STEPS = 150;

    static Stream<Scene> scenes() {
        return Scene.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void nothing_is_placed_where_it_must_not_be_and_nothing_refused_that_could_be_had(Scene scene) {
        var placed = 0;
        var refused = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            var ledger = new Ledger(scene);
            var play = new Play(seed, scene, new PureClinic(scene, ledger), ledger);
            try {
                play.run(STEPS);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Seed " + seed + " in " + scene, e);
            }
            placed += play.placed();
            refused += play.refused();
        }
        assertThat(placed).isGreaterThan(SEEDS * STEPS / 10);
        assertThat(refused).isGreaterThan(SEEDS * STEPS / 10);
    }
}
