package io.upswing.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes what we send. */
@ConfigMapping(prefix = "upswing.mail")
interface MailConfig {

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
}
