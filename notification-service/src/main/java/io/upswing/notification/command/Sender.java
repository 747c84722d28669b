package io.upswing.notification.command;

import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Provider;
import java.util.Objects;

/**
 * Sends one reminder (RELIABILITY 3). Only whose own append of the start was new, and is in the log, may call the provider,
 * once. Whoever dies after that leaves a start without an outcome, and a person is asked.
 */
class Sender {
    private final Journal journal;
    private final Provider provider;

    Sender(Journal journal, Provider provider) {
        this.journal = journal;
        this.provider = provider;
    }

    /** False when there is nothing to be sent now. */
    final boolean send(Claim claim) {
        var start = journal.start(claim);
        if (mayCall(start.answer())) {
            journal.settle(claim, provider.hand(Objects.requireNonNull(start.message())));
        } else if (start.answer() == Journal.Answer.PENDING) {
            // nobody else may call for this attempt, and this task does not: so the next attempt is safe
            journal.settle(claim, new Handover.NotNow("The log did not acknowledge the start in time."));
        }
        return start.answer() != Journal.Answer.NOTHING;
    }

    boolean mayCall(Journal.Answer answer) {
        return answer == Journal.Answer.LOGGED;
    }
}
