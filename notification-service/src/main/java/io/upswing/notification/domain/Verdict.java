package io.upswing.notification.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a reminder stands by what is known now, why, and when it goes or would have gone. */
record Verdict(Reminder.State state, @Nullable Suppression suppression, String why, Channel channel, Instant sendAt) {

    static Verdict planned(String why, Channel channel, Instant sendAt) {
        return new Verdict(Reminder.State.PLANNED, null, why, channel, sendAt);
    }

    static Verdict expired(String why, Channel channel, Instant at) {
        return new Verdict(Reminder.State.EXPIRED, null, why, channel, at);
    }

    static Verdict cancelled(String why, Channel channel, Instant at) {
        return new Verdict(Reminder.State.CANCELLED, null, why, channel, at);
    }

    static Verdict held(Suppression suppression, String why, Channel channel, Instant at) {
        return new Verdict(Reminder.State.SUPPRESSED, suppression, why, channel, at);
    }

    boolean isPlanned() {
        return state == Reminder.State.PLANNED;
    }
}
