package io.upswing.links;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;

/** Links that open without a token of a user, because they cannot be guessed. */
@ConfigMapping(prefix = "upswing.links")
public interface LinksConfig {
    /** What they are signed with, the same for every service and replica: with another key every link that was given is dead. */
    @Size(min = 32)
    String key();
}
