package io.upswing.eventlog;

import io.upswing.eventlog.SimDirector.Script;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of the test: with a mistake in it the simulation must not pass. */
class PlantedBugTest {

    private static final int SEEDS = Integer.getInteger("upswing.simulation.seeds", 4_000);

    @BeforeAll
    static void quiet() {
        Logger.getLogger("io.upswing.eventlog").setLevel(Level.OFF);
    }

    @ParameterizedTest
    @EnumSource
    void is_found(PlantedBug bug) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var found = run(seed, bug.parts(), bug.script);
            if (found != null) {
                System.out.printf("%s: found by seed %d: %.200s%n", bug, seed, found.getMessage());
                return;
            }
        }
        throw new AssertionError(bug + " is not found by any of " + SEEDS + " seeds");
    }

    private static Throwable run(long seed, SimParts parts, Script script) {
        try {
            new Simulation(seed, parts, script).run();
            return null;
        } catch (Throwable e) {
            return e;
        }
    }
}
