package io.upswing.notification.domain;

/** What a provider says later of what it took. Reasons name nobody: they go into the log. */
public sealed interface Receipt {

    String messageId();

    /** The patient's device or mailbox has it. */
    record Delivered(String messageId) implements Receipt {}

    /** It certainly did not reach the patient: the next channel of its step may be tried. */
    record Bounced(String messageId, String reason) implements Receipt {}
}
