package io.upswing.deploy.bench;

import java.util.Locale;

/** A number with its unit. */
record Quantity(double value, String unit) {
    static Quantity perSecond(double value) {
        return new Quantity(value, "/s");
    }

    static Quantity millis(double value) {
        return new Quantity(value, "ms");
    }

    static Quantity seconds(double value) {
        return new Quantity(value, "s");
    }

    static Quantity megabytes(double value) {
        return new Quantity(value, "MB");
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, value < 100 ? "%,.2f %s" : "%,.0f %s", value, unit);
    }
}
