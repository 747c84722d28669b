package io.upswing.notification.domain;

/** Who carries messages to patients. */
public interface Provider {

    /** Blocks until the provider has answered or the time for it is over. Never throws: what is not known is Unknown. */
    Handover hand(Message message);
}
