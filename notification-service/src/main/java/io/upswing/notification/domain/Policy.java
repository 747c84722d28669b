package io.upswing.notification.domain;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which messages a kind of matter has, in the order in which they are due: data, adopted by a clinic.
 *
 * @param answerWithin how long after the last of them the matter may stay open before a person is asked; null: none is
 */
public record Policy(
        About.Kind about, List<Step> steps, @Nullable Duration answerWithin) {
    public Policy {
        steps = List.copyOf(steps);
    }
}
