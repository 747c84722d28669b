package io.upswing.session.domain;

import java.util.List;

/** What a score up to {@code upTo}, and above the band before, is called. */
record Band(String name, int upTo) {

    static Band upTo(int highest, String name) {
        return new Band(name, highest);
    }

    /** The band of a score that the scale can have. */
    static String of(int score, List<Band> bands) {
        return bands.stream()
                .filter(band -> score <= band.upTo())
                .findFirst()
                .orElseThrow()
                .name();
    }
}
