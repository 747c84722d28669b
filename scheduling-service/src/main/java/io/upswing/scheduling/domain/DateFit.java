package io.upswing.scheduling.domain;

import java.time.LocalDate;
import java.util.Comparator;

/** How well a date suits a course and its patient, whatever is free on it: the better ones come first. */
record DateFit(LocalDate date, boolean inWindow, long daysFromTarget, boolean usualDay) implements Comparable<DateFit> {
    private static final Comparator<DateFit> ORDER = Comparator.comparing((DateFit fit) -> !fit.inWindow)
            .thenComparing(DateFit::daysFromTarget)
            .thenComparing(fit -> !fit.usualDay);

    /** Dates that suit as well as each other are equal in this order alone. */
    @Override
    public int compareTo(DateFit other) {
        return ORDER.compare(this, other);
    }
}
