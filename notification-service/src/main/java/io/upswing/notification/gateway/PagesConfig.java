package io.upswing.notification.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/**
 * Where patients find the pages behind their links: behind a gateway that routes by path, all at its one address. With more
 * than 52 characters a text message with a link may be of three segments instead of two.
 */
@ConfigMapping(prefix = "upswing.pages")
interface PagesConfig {

    /** Of scheduling-service, which also takes what patients answered to messages there. */
    @WithDefault("http://localhost:8082/p/")
    URI appointments();

    /** Of session-service. */
    @WithDefault("http://localhost:8081/questionnaires/")
    URI questionnaires();

    @WithDefault("http://localhost:8083/preferences/")
    URI preferences();
}
