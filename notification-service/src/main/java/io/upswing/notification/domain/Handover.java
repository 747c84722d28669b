package io.upswing.notification.domain;

/** What came of giving a message to a provider. Reasons name nobody: they go into the log. */
public sealed interface Handover {

    /** The provider has it. */
    record Accepted(String messageId) implements Handover {}

    /** The provider will never take it. */
    record Rejected(String reason) implements Handover {}

    /** The provider will not take it, nor any other: the patient told it that they want no more by this channel. */
    record Unwanted(String reason) implements Handover {}

    /** The provider certainly does not have it, and may take it another time. */
    record NotNow(String reason) implements Handover {}

    /** The provider may have it. */
    record Unknown(String reason) implements Handover {}
}
