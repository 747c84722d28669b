package io.upswing.series;

import io.upswing.session.events.Phase;

/** The next window, the rule that gave it and the phase whose gaps or interval it follows. */
record Window(String rule, Phase phase, Next next, int step) {
    Window asProvisional() {
        return new Window(rule, phase, next.asProvisional(), step);
    }
}
