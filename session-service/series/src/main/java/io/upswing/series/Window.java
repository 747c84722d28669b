package io.upswing.series;

import io.upswing.session.events.Phase;

/** The next window, and the pace that gave it. */
record Window(Pace pace, Next next) {

    String rule() {
        return pace.rule();
    }

    /** Whose gaps or interval it follows. */
    Phase phase() {
        return pace.phase();
    }

    /** Days from one missed target to the next. */
    int step() {
        return pace.gap().targetTo();
    }
}
