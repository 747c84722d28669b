package io.upswing.scheduling.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The places that a plan would take. */
interface Choices {
    /** That of a date; null where it could have none. */
    @Nullable
    Choice on(LocalDate date);

    /** How many of those after a date are kept, and therefore change nothing. */
    int keptAfter(LocalDate date);
}
