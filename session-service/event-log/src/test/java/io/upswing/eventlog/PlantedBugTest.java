package io.upswing.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.eventlog.Scheduler.Stuck;
import io.upswing.eventlog.SimChecks.Violated;
import io.upswing.eventlog.SimDirector.Script;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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
        var finds = new ConcurrentSkipListMap<Long, Violated>();
        try (var threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            LongStream.rangeClosed(1, SEEDS)
                    .mapToObj(seed -> CompletableFuture.runAsync(() -> find(bug, seed, finds), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(finds).as(bug + " in " + SEEDS + " seeds").isNotEmpty();
        finds.forEach(
                (seed, found) -> System.out.printf("%s: found by seed %d: %.200s%n", bug, seed, found.getMessage()));
    }

    /** In the order of the seeds, as far as none has found it. */
    private static void find(PlantedBug bug, long seed, Map<Long, Violated> finds) {
        var found = finds.isEmpty() ? run(seed, bug.parts(), bug.script) : null;
        if (found != null) {
            finds.put(seed, found);
        }
    }

    @Test
    void a_part_that_does_not_work_is_no_find() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(run(seed, new Broken(), Script.USUAL)).isNull();
        }
    }

    /** Null: nothing that must hold was broken. A part that throws is tried again without end, so that proves nothing. */
    private static @Nullable Violated run(long seed, SimParts parts, Script script) {
        try {
            new Simulation(seed, parts, script).run();
            return null;
        } catch (Violated e) {
            return e;
        } catch (Stuck e) {
            return null;
        } catch (Throwable e) {
            throw new AssertionError("Seed " + seed, e);
        }
    }

    private static final class Broken extends SimParts {
        @Override
        TopicLog topicLog(SimTopicLog topic, SimLogStore store, SimTransactions transactions) {
            return new PlantedBug.Sending(topic) {
                @Override
                public UUID send(EventRecord record) {
                    throw new NullPointerException();
                }
            };
        }
    }
}
