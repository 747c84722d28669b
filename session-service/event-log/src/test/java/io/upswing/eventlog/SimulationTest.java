package io.upswing.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.eventlog.SimDirector.Script;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The protocol under everything that can go wrong, thousands of times. {@code -Dupswing.simulation.seed=4711} runs one
 * seed again; {@code -Dupswing.simulation.seeds=100000} runs more of them.
 */
class SimulationTest {

    private static final int SEEDS = Integer.getInteger("upswing.simulation.seeds", 3_000);

    @BeforeAll
    static void quiet() {
        Logger.getLogger("io.upswing.eventlog").setLevel(Level.OFF); // every fault is told, thousands of times
    }

    @Test
    void whatever_goes_wrong_all_agree_in_the_end() {
        var one = Long.getLong("upswing.simulation.seed");
        if (one != null) {
            run(one);
            return;
        }
        var started = System.nanoTime();
        seeds(SEEDS).forEach(SimulationTest::run);
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf("%d seeds in %.1f s: %.0f a second%n", SEEDS, seconds, SEEDS / seconds);
    }

    @Test
    void an_owner_that_sleeps_through_the_loss_of_its_database_promises_nothing_false() {
        seeds(SEEDS / 3).forEach(seed -> run(seed, Script.OWNER_OVERSLEEPS));
    }

    @Test
    void requests_in_one_transaction_are_as_safe_as_alone() {
        seeds(SEEDS / 3).forEach(seed -> run(seed, Script.SEVERAL_AT_ONCE));
    }

    @Test
    void the_same_seed_is_the_same_run() {
        assertThat(run(42)).isEqualTo(run(42)).isNotEqualTo(run(43));
    }

    /** As many at a time as there are cores: runs know nothing of each other. */
    private static LongStream seeds(int count) {
        return LongStream.rangeClosed(1, count).parallel();
    }

    private static long run(long seed) {
        return run(seed, Script.USUAL);
    }

    private static long run(long seed, Script script) {
        var simulation = new Simulation(seed, new SimParts(), script);
        try {
            simulation.run();
            return simulation.scheduler.trace();
        } catch (Throwable e) {
            throw new AssertionError("Seed " + seed + " (-Dupswing.simulation.seed=" + seed + "): " + e, e);
        }
    }
}
