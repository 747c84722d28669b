package io.upswing.notification.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How this replica sends what is due. */
@ConfigMapping(prefix = "upswing.dispatch")
interface DispatchConfig {

    /** How often it is looked for what is due. */
    @WithDefault("1s")
    String every();

    /** How many messages are on their way to the provider at once. */
    @WithDefault("16")
    int parallel();

    /** How many reminders are claimed at once. */
    @WithDefault("100")
    int batch();

    /** After this time a claim that led to nothing may be taken by any replica. */
    @WithDefault("2m")
    Duration claim();
}
