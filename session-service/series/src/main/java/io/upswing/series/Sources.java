package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Source;

/** How the origin of a number is cited in an answer. */
public final class Sources {
    /** What the rules themselves say, and no label or trial. */
    public static final String HOUSE_RULE = "P: due rules of this system";

    private Sources() {}

    static String of(Phase phase, String number) {
        var source = phase.sources().get(number);
        return source == null ? HOUSE_RULE : text(source);
    }

    static String text(Source source) {
        return source.provenance() + ": " + source.text();
    }
}
