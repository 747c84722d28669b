package io.upswing.deploy.bench;

import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/** Two rates measured in turn, so that what else the machine does in the meantime hits both alike. */
record Duel(double measured, double limit) {
    private static final int ROUNDS = 3;

    /** The medians of both. */
    static Duel of(DoubleSupplier measured, DoubleSupplier limit) {
        var ours = new double[ROUNDS];
        var bare = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            bare[round] = limit.getAsDouble();
            ours[round] = measured.getAsDouble();
        }
        return new Duel(median(ours), median(bare));
    }

    private static double median(double... values) {
        return DoubleStream.of(values).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }
}
