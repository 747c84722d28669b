package io.upswing.eventlog;

import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** What a replica's own thread does: make its tables and topics agree, let writers in, then send what nobody has sent. */
final class StartUp implements Runnable {

    private static final Logger LOG = Logger.getLogger(StartUp.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final Runnable topics;
    private final List<Recovery<?>> recoveries;
    private final Relay relay;
    private final Gate gate;
    private final EventLogConfig config;
    private long keptUp = System.nanoTime();

    /** @param topics makes the topics that are missing, and notes the ids of all */
    StartUp(Runnable topics, List<Recovery<?>> recoveries, Relay relay, Gate gate, EventLogConfig config) {
        this.topics = topics;
        this.recoveries = recoveries;
        this.relay = relay;
        this.gate = gate;
        this.config = config;
    }

    @Override
    public void run() {
        while (gate.state() == Gate.State.STARTING && !Thread.currentThread().isInterrupted()) {
            try {
                topics.run();
                recoveries.forEach(Recovery::run);
                LOG.infof("%s: the log is read back, writes are accepted", config.source());
                gate.open();
            } catch (Topics.Unfit e) {
                LOG.error("This service cannot start", e);
                gate.stop(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.warnf("Start-up of the log is tried again: %s", rootOf(e));
                Pause.of(RETRY);
            }
        }
        while (gate.state() == Gate.State.OPEN && !Thread.currentThread().isInterrupted()) {
            if (!sweep()) {
                Pause.of(config.sweepEvery());
            }
        }
    }

    private boolean sweep() {
        try {
            if (System.nanoTime() - keptUp > config.keepUpEvery().toNanos()) {
                keptUp = System.nanoTime();
                recoveries.forEach(Recovery::keepUp);
            }
            return relay.sweep();
        } catch (Moved e) {
            return true; // another replica has kept up meanwhile
        } catch (Recovery.Unlike e) {
            LOG.error("This replica stops, to take in what the log holds when it starts again", e);
            gate.stop(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warnf("Unsent events could not be looked for: %s", rootOf(e));
        }
        return false;
    }

    private static Throwable rootOf(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
