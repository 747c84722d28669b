package io.upswing.notification.gateway;

import java.time.Duration;
import java.util.OptionalLong;

/** Keeps to the number of messages that a provider takes a second, for all threads of this replica. Times are nanoseconds. */
final class Pace {
    /** Whoever would have to wait longer comes another time; well within what an attempt may take. */
    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

    private final long interval;
    private long next;

    Pace(int perSecond, long now) {
        interval = Duration.ofSeconds(1).toNanos() / perSecond;
        next = now;
    }

    /** How long to wait for one's turn, which is then taken; empty when that is too long, and nothing is taken. */
    synchronized OptionalLong turn(long now) {
        var wait = Math.max(next - now, 0);
        if (wait > PATIENCE) {
            return OptionalLong.empty();
        }
        next = now + wait + interval;
        return OptionalLong.of(wait);
    }

    /** The provider wants no more for so long. */
    synchronized void hold(long now, Duration pause) {
        next = Math.max(next, now + pause.toNanos());
    }
}
