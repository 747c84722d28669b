package io.upswing.notification.domain;

import java.util.UUID;

/** What a mail says that came to where undeliverable mail comes back to. */
public sealed interface Returned {

    /** A reminder certainly reached nobody. Who knows its id has seen it, or keeps our log: nobody else can say so. */
    record Bounce(UUID reminderId, Receipt.Bounced receipt) implements Returned {}

    /** It says nothing of the kind. */
    record Other(Kind kind) implements Returned {}

    /** What else comes there. */
    enum Kind {
        /** No server's report: what people and their machines answer. */
        NO_REPORT,
        /** A report that not everything is lost yet, or that it arrived. */
        NO_FAILURE,
        /** A report that does not name a mail of ours. */
        NAMELESS,
        /** Nobody can make sense of it. */
        UNREADABLE
    }
}
