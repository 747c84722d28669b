package io.upswing.notification.domain;

import java.time.Duration;
import java.time.LocalTime;

/** When a step is due, counted from its matter. */
public sealed interface Offset {

    Anchor anchor();

    /** So many days after the date of the anchor (before it when negative), at an hour of the reader's own. */
    record Day(Anchor anchor, int days, LocalTime at) implements Offset {}

    /** So long after the moment of the anchor; before it when negative. Only {@code START} and {@code HAPPENED} are moments. */
    record Span(Anchor anchor, Duration after) implements Offset {}
}
