package io.upswing.scheduling.domain;

import java.time.Instant;

/** How far somebody who came for a treatment has got. */
public sealed interface Stage {
    record Arrived(Instant at) implements Stage {}

    /** More of the dose is to come; {@code lastDoseAt}: what was given of it last. */
    record InTreatment(Instant arrivedAt, Instant firstDoseAt, Instant lastDoseAt) implements Stage {}

    record Observed(Instant arrivedAt, Instant lastDoseAt) implements Stage {}

    /** {@code treated}: a dose was given; otherwise the patient was sent home before it. */
    record Left(Instant arrivedAt, Instant at, boolean treated) implements Stage {}

    /** Entered after the fact: of that day, and nobody said of which hour. */
    record Entered() implements Stage {}

    /** Whether the patient is here. */
    default boolean present() {
        return switch (this) {
            case Arrived _, InTreatment _, Observed _ -> true;
            case Left _, Entered _ -> false;
        };
    }

    /** Whether what they came for was given: who was sent home before it may come another time. */
    default boolean done() {
        return switch (this) {
            case Left left -> left.treated();
            case Entered _ -> true;
            case Arrived _, InTreatment _, Observed _ -> false;
        };
    }

    /** Whether the patient had the chair, as the record says. */
    default boolean tookChair() {
        return switch (this) {
            case InTreatment _, Observed _ -> true;
            case Left left -> left.treated();
            case Arrived _, Entered _ -> false;
        };
    }
}
