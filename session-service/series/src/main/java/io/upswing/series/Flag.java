package io.upswing.series;

import java.time.LocalDate;

/** R4, R8: something about a fact that staff should see; the fact stands. {@code on}: the date of the fact. */
public record Flag(String code, LocalDate on) {
    static final String SAME_DAY = "SAME_DAY";
    static final String TOO_SOON = "TOO_SOON";
    static final String OVER_WEEK_CAP = "OVER_WEEK_CAP";
    static final String LAPSE = "LAPSE";
}
