package io.upswing.notification.view;

import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What a dispatcher is to do by the plans: many replicas may ask. */
@Singleton
public class ToDo {
    private final ReminderRows rows;
    private final Dispatches dispatches;

    ToDo(ReminderRows rows, Dispatches dispatches) {
        this.rows = rows;
        this.dispatches = dispatches;
    }

    /** Takes on what is due by a channel, earliest first. */
    @Transactional
    public List<Claim> claim(Channel channel, Instant now, Instant until, int limit) {
        return rows.claim(channel, now, until, limit);
    }

    /** Gives back what is not to be sent now. */
    @Transactional
    public void release(Claim claim) {
        rows.release(claim.reminderId());
    }

    /** What expired without the log knowing of it yet. */
    @Transactional
    public List<Claim> expired(int limit) {
        return rows.expired(limit);
    }

    /** What was held back when it was due without the log knowing of it yet. */
    @Transactional
    public List<Claim> suppressed(Instant now, int limit) {
        return rows.suppressed(now, limit);
    }

    /** What was started by then and has no outcome. */
    @Transactional
    public List<Claim> startedBefore(Instant then, int limit) {
        return dispatches.startedBefore(then, limit);
    }
}
