package io.upswing.session.api;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How displays on the wall are kept up to date. */
@ConfigMapping(prefix = "upswing.live")
interface LiveConfig {

    /** How often it is looked whether the room has changed. */
    @WithDefault("1s")
    Duration every();

    /**
     * After how long without news a sign of life is sent: proxies give up a connection on which nothing came for a
     * while, some after 15 s.
     */
    @WithDefault("5s")
    Duration quiet();
}
