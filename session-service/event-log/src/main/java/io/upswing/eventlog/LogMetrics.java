package io.upswing.eventlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What operators watch; the names are part of the operators' contract. Gauges are read where their table is. */
final class LogMetrics {

    private static final Counter CONFLICTS = Counter.builder("upswing.log.conflicts")
            .description("Appends that lost the compare-and-set and decided again")
            .register(Metrics.globalRegistry);
    private static final Counter NOT_ACKNOWLEDGED = Counter.builder("upswing.log.not.acknowledged")
            .description("Sends that were not acknowledged in time and are repeated")
            .register(Metrics.globalRegistry);
    private static final Counter PARKED = Counter.builder("upswing.follow.parked.records")
            .description("Records of neighbours that could not be applied")
            .register(Metrics.globalRegistry);
    private static final Counter FORKED = Counter.builder("upswing.log.forked.records")
            .description("Records of our own topic whose version another event has in the table")
            .register(Metrics.globalRegistry);

    private static final Timer ACKNOWLEDGEMENTS = Timer.builder("upswing.log.ack")
            .description("From a send to its acknowledgement by all in-sync replicas")
            .publishPercentiles(0.5, 0.99)
            .register(Metrics.globalRegistry);

    private LogMetrics() {}

    static void acknowledged(long nanos) {
        ACKNOWLEDGEMENTS.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** From the sending of a record by its owner to its rows here; how long it waited before, its owner's gauge tells. */
    static void followed(String topic, Duration lag) {
        Timer.builder("upswing.follow.lag")
                .tag("topic", topic)
                .publishPercentiles(0.5, 0.99)
                .register(Metrics.globalRegistry)
                .record(lag);
    }

    static void conflict() {
        CONFLICTS.increment();
    }

    static void notAcknowledged() {
        NOT_ACKNOWLEDGED.increment();
    }

    static void forked() {
        FORKED.increment();
    }

    static void parked() {
        PARKED.increment();
    }
}
