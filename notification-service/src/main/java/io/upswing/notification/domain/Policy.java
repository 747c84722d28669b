package io.upswing.notification.domain;

import java.util.List;

/** Which messages a kind of matter has, in the order in which they are due. */
public record Policy(About.Kind about, List<Step> steps) {
    public Policy {
        steps = List.copyOf(steps);
    }
}
