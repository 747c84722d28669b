package io.upswing.scheduling.api;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;

/** Links that open without a token, because they cannot be guessed. */
@ConfigMapping(prefix = "upswing.links")
interface LinksConfig {
    /** What their secrets are made with, the same for every replica: with another key every link that was given is dead. */
    @Size(min = 32)
    String key();

    /** Where this service is reached from outside; without it links lead where the request for them was sent. */
    Optional<URI> baseUrl();
}
