package io.upswing.scheduling.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What follows from a day as it goes on. */
@ConfigMapping(prefix = "upswing.day")
interface DayConfig {
    /** How often it is looked for; off in tests that turn the wheel themselves. */
    @WithDefault("5s")
    String every();

    /** A treatment to which nobody has come this long after its start is given up, and its chair is free. */
    @WithDefault("60m")
    Duration grace();
}
