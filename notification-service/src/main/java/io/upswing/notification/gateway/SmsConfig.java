package io.upswing.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The provider of text messages: Twilio, or one that speaks its language. */
@ConfigMapping(prefix = "upswing.sms")
public interface SmsConfig {

    /** Without one no text messages are sent, and no policy can ask for them. */
    Optional<Account> account();

    /** Where the provider is called. */
    @WithDefault("https://api.twilio.com")
    URI provider();

    @WithDefault("5s")
    Duration connectTimeout();

    /** How long an answer is waited for: afterwards what came of a message is unknown. */
    @WithDefault("30s")
    Duration timeout();

    /** How many messages a second this replica hands over at most: what the number may send, divided among the replicas. */
    @WithDefault("10")
    int perSecond();

    /** Ours with the provider. */
    interface Account {

        String id();

        /** Proves us to the provider, and its receipts to us. */
        String token();

        /** The number that patients see and answer to (E.164). */
        String from();

        /** Where the provider reaches this service: what stands before {@code /providers/sms/receipts}. */
        URI receipts();
    }
}
