package io.upswing.deploy.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure beside its limit, and what is asked of it.
 *
 * @param note what a reader must know to judge it; may be empty
 */
record Figure(String name, Quantity measured, @Nullable Limit limit, String asked, boolean reached, String note) {

    /** A rate, of which at least a share of its limit is asked. */
    static Figure rate(String name, double perSecond, Limit limit, double share) {
        var measured = Quantity.perSecond(perSecond);
        return new Figure(name, measured, limit, "at least " + share + " of the limit", true, "")
                .andReached(perSecond >= share * limit.quantity().value());
    }

    /** A rate of which a fixed number is asked. */
    static Figure atLeast(String name, double perSecond, Limit limit, double bound) {
        var measured = Quantity.perSecond(perSecond);
        return new Figure(name, measured, limit, "at least " + Quantity.perSecond(bound), perSecond >= bound, "");
    }

    /** Something of which less is better. */
    static Figure atMost(String name, Quantity measured, @Nullable Limit limit, double bound) {
        var asked = "at most " + new Quantity(bound, measured.unit());
        return new Figure(name, measured, limit, asked, measured.value() <= bound, "");
    }

    /** Measured for the picture's sake: nothing is asked of it. */
    static Figure unasked(String name, Quantity measured, @Nullable Limit limit) {
        return new Figure(name, measured, limit, "", true, "");
    }

    /** A further condition, which must hold as well. */
    Figure andReached(boolean also) {
        return new Figure(name, measured, limit, asked, reached && also, note);
    }

    Figure andAsked(String also) {
        return new Figure(name, measured, limit, asked + ", " + also, reached, note);
    }

    Figure noting(String text) {
        return new Figure(name, measured, limit, asked, reached, text);
    }

    /** The figure as a multiple of its limit. */
    @Nullable
    Double ratio() {
        return limit == null ? null : measured.value() / limit.quantity().value();
    }

    /** Whether it fell short of what is asked; never where nothing is. */
    String verdict() {
        return asked.isEmpty() ? "-" : reached ? "yes" : "NO";
    }
}
