package io.upswing.session.domain;

import io.upswing.session.domain.Blocks.Block;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between a patient and the way home. */
public final class Leaving {
    private Leaving() {}

    /** What blocks a discharge at that instant, with somebody to take the patient home or without. */
    public static List<Block> blocks(Visit visit, Instant at, boolean escort) {
        return Blocks.standing(visit, Stream.of(infusion(visit), observation(visit, at, escort), recovery(visit, at)));
    }

    private static Optional<Block> infusion(Visit visit) {
        return visit.session().infusionRunning()
                ? Block.of(Rule.INFUSION_RUNNING, "The infusion runs: record its end or its stop first.")
                : Optional.empty();
    }

    private static Optional<Block> observation(Visit visit, Instant at, boolean escort) {
        var observation = Observation.of(visit.schedule(), visit.session(), escort);
        return observation != null && at.isBefore(observation.endsAt())
                ? Block.of(
                        Observation.rule(visit.schedule()),
                        "The protocol's observation lasts until " + observation.endsAt() + ".")
                : Optional.empty();
    }

    private static Optional<Block> recovery(Visit visit, Instant at) {
        var unresolved = Recovery.by(at, visit.records().assessments()).unresolved();
        return unresolved.isEmpty()
                ? Optional.empty()
                : Block.of(Rule.NOT_RESOLVED, "Not resolved: " + String.join(", ", unresolved) + ".");
    }
}
