package io.upswing.scheduling.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How times are kept for somebody who decides. */
@ConfigMapping(prefix = "upswing.holds")
interface HoldConfig {

    /** For how long nobody else gets the time, unless it is given back or booked before. */
    @WithDefault("5m")
    @DurationMin(seconds = 10)
    @DurationMax(hours = 1)
    Duration lasts();
}
