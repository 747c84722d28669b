package io.upswing.deploy.local.demo;

import org.jspecify.annotations.Nullable;

/** One thing staff record about a course, in the order in which they do; days count from its day 1. */
sealed interface Step {
    int day();

    /** A session entered after the fact; without mg the planned dose. */
    record Given(int day, @Nullable String note) implements Step {}

    /** A dose given in part; nobody has decided yet whether it counts. */
    record GivenInPart(int day, double mg) implements Step {}

    /** The same, and a prescriber counts it. */
    record CountedInPart(int day, double mg) implements Step {}

    /** A session recorded as it ran, to its end or only to the last dose. */
    record Live(int day, boolean discharged) implements Step {}

    /** A session that was entered for {@code day} took place on another. */
    record MovedTo(int day, int to, String reason) implements Step {}

    record Voided(int day, String reason) implements Step {}

    /** The benefit decision; {@code number} is the interval of CONTINUE or the days to the review of EXTEND. */
    record Decided(int day, String outcome, @Nullable Integer number) implements Step {}

    record Interval(int day, int days) implements Step {}

    record Paused(int day, String reason) implements Step {}

    record Resumed(int day) implements Step {}

    record Closed(int day, String reason) implements Step {}
}
