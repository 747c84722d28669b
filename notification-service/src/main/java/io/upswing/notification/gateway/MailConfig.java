package io.upswing.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The mail server that takes what we send, and the mailbox to which it comes back. */
@ConfigMapping(prefix = "upswing.mail")
public interface MailConfig {

    String host();

    int port();

    /** The sender patients see and answer to: an address that tells nothing of the treatment. */
    String from();

    Optional<String> username();

    Optional<String> password();

    /** Refuses to send in the clear. Off for a server on the same machine. */
    @WithDefault("false")
    boolean startTlsRequired();

    @WithDefault("5s")
    Duration connectTimeout();

    /** How long an answer of the server is waited for: afterwards what came of a message is unknown. */
    @WithDefault("45s")
    Duration timeout();

    /**
     * Where mail comes back to that was taken and could not be delivered. Without it servers return such mail to
     * {@link #from}, and nobody here learns that it did not arrive.
     */
    Optional<Bounces> bounces();

    /**
     * A mailbox for nothing else: whatever comes there is marked as read. Its settings have no annotated defaults, for
     * those would count as a mailbox that is set up.
     */
    interface Bounces {

        /** The sender that servers see, patients do not. */
        String address();

        /** Where the mailbox is read, over IMAP. */
        String host();

        /** 993 unless set. */
        OptionalInt port();

        String username();

        String password();

        /** INBOX unless set. */
        Optional<String> folder();

        /** IMPLICIT unless set. */
        Optional<Tls> tls();
    }

    /** How a connection is kept from others' eyes. */
    enum Tls {
        /** From its first byte on. */
        IMPLICIT,
        /** From the server's offer on; without one nothing is read. */
        STARTTLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }
}
