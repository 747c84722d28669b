package io.upswing.deploy.bench;

import java.util.SplittableRandom;
import java.util.UUID;

/** Identifiers as random as real ones, and the same in every run. */
final class Ids {
    private final SplittableRandom random;

    Ids(long seed) {
        random = new SplittableRandom(seed);
    }

    UUID next() {
        var high = random.nextLong() & 0xffff_ffff_ffff_0fffL | 0x4000L;
        var low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
