package io.upswing.eventlog;

import java.util.UUID;

/** The topics this service writes. Calls block until the brokers have answered: they belong on virtual threads. */
public interface TopicLog {

    /** No acknowledgement came in time. The record may still land, or may have landed. */
    final class NotAcknowledged extends Exception {
        private static final long serialVersionUID = 1L;

        public NotAcknowledged(Throwable cause) {
            super(cause);
        }
    }

    /** The id of the topic that has taken the record on all its in-sync replicas. */
    UUID send(EventRecord record) throws NotAcknowledged;

    UUID send(StateRecord record) throws NotAcknowledged;
}
