package io.upswing.deploy.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long things took, from many threads. */
final class Latencies {
    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;

    private final Recorder recorder = new Recorder(LONGEST_MICROS, 3);
    private final Histogram all = new Histogram(LONGEST_MICROS, 3);

    void record(long nanos) {
        recorder.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** Forgets what was recorded so far: it was the warm-up. */
    void reset() {
        recorder.reset();
    }

    Quantity percentile(double percent) {
        return Quantity.millis(histogram().getValueAtPercentile(percent) / 1e3);
    }

    long count() {
        return histogram().getTotalCount();
    }

    private synchronized Histogram histogram() {
        all.add(recorder.getIntervalHistogram());
        return all;
    }
}
