package io.upswing.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Clinics whose own systems tell their patients. */
@ConfigMapping(prefix = "upswing.webhook")
public interface WebhookConfig {

    /** By the clinic's id; with none nothing is sent this way, and no policy can ask for it. */
    Map<String, Target> clinics();

    @WithDefault("5s")
    Duration connectTimeout();

    /** How long an answer is waited for: afterwards what came of a message is unknown. */
    @WithDefault("30s")
    Duration timeout();

    /** The clinic's system. */
    interface Target {

        /** What is posted to. */
        URI url();

        /** Proves us to the clinic's system, and its receipts to us. */
        String secret();
    }
}
