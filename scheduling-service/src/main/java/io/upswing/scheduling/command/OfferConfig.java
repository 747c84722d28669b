package io.upswing.scheduling.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.upswing.scheduling.domain.OfferTerms;
import java.time.Duration;

/** How times that became free are offered to who waits. */
@ConfigMapping(prefix = "upswing.offers")
interface OfferConfig {
    /** How long a patient may think about an offer before the next is asked. */
    @WithDefault("30m")
    Duration answer();

    /** How long before its start an offer ends in any case. */
    @WithDefault("2h")
    Duration closesBefore();

    /** What starts sooner is not offered any more: staff call, or the chair stays empty. */
    @WithDefault("3h")
    Duration notice();

    default OfferTerms terms() {
        return new OfferTerms(answer(), closesBefore(), notice());
    }
}
