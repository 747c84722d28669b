package io.upswing.notification.command;

import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Message;
import org.jspecify.annotations.Nullable;

/** The log as sending needs it. */
interface Journal {

    /** What became of the append of a start. */
    enum Answer {
        /** Appended by this very call, and in the log. */
        LOGGED,
        /** Appended by this very call; the log has not acknowledged it. */
        PENDING,
        /** Somebody appended it before, perhaps an earlier life of ours. */
        REPEATED,
        /** There is nothing to be sent now. */
        NOTHING
    }

    /** @param message what the start is of; null when there was nothing to start */
    record Start(Answer answer, @Nullable Message message) {}

    /** Starts the claimed attempt if, looked at once more, it should still go. */
    Start start(Claim claim);

    /** Records what came of an attempt. It need not be in the log yet: it gets there, whoever waits for it. */
    void settle(Claim claim, Handover handover);
}
