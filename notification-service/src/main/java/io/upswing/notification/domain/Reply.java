package io.upswing.notification.domain;

/** What a patient meant; the names are in the log: fixed for ever. */
public enum Reply {
    /** No more messages by this channel, in any of the usual spellings. */
    STOP,
    START,
    HELP,
    /** Counts as STOP, and a person asks whether they meant the appointment. */
    CANCEL,
    YES,
    NO,
    /** Anything else: a person reads it. */
    TEXT;

    /** Whether nothing may go by the channel from that moment on. */
    public boolean revokes() {
        return this == STOP || this == CANCEL;
    }
}
