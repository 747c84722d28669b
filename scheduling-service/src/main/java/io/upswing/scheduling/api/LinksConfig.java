package io.upswing.scheduling.api;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** Links that open without a token, because they cannot be guessed. */
@ConfigMapping(prefix = "upswing.links")
interface LinksConfig {
    /** What their secrets are made with, the same for every replica: with another key every link that was given is dead. */
    @Size(min = 32)
    String key();
}
