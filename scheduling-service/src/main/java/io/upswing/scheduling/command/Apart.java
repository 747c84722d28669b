package io.upswing.scheduling.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import org.jboss.logging.Logger;

/** Keeps a step of a sweep that fails from stopping the others: it is logged, counted and tried again by the next sweep. */
final class Apart {
    private static final Logger LOG = Logger.getLogger(Apart.class);
    private static final Counter FAILED = Counter.builder("upswing.sweep.failed.steps")
            .description("Steps of sweeps that failed and are tried again")
            .register(Metrics.globalRegistry);

    private Apart() {}

    /** {@code what} it is, without anything personal; false when it failed. */
    static boolean run(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException e) {
            FAILED.increment();
            LOG.warnf(e, "Tried again: %s", what);
            return false;
        }
    }
}
