package io.upswing.notification.gateway;

import java.time.Duration;

/**
 * Keeps to the number of messages that a provider takes a second, for all threads of this replica. Nobody waits for a turn:
 * there is room, or they come again. Times are nanoseconds.
 */
final class Pace {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long interval;

    /** A second's messages may go at once, for what is due is looked for about once a second. */
    private final long ahead;

    /** When the next message would go, if they went one by one. */
    private long next;

    Pace(int perSecond, long now) {
        interval = SECOND / perSecond;
        ahead = SECOND - interval;
        next = now;
    }

    /** How many turns there are now. */
    synchronized int room(long now) {
        var taken = Math.max(next - now, 0);
        return taken > ahead ? 0 : (int) ((ahead - taken) / interval) + 1;
    }

    /** Takes a turn, if there is one. */
    synchronized boolean turn(long now) {
        if (room(now) == 0) {
            return false;
        }
        next = Math.max(next, now) + interval;
        return true;
    }

    /** The provider wants no more for so long. */
    synchronized void hold(long now, Duration pause) {
        next = Math.max(next, now + pause.toNanos() + ahead);
    }
}
