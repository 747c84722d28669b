package io.upswing.scheduling.domain;

/** One time at which somebody is on duty. {@code patients}: how many a monitor watches at once; 0 for a prescriber. */
public record Shift(Role role, Span time, int patients) {
    /** What somebody is on duty as. */
    public enum Role {
        PRESCRIBER,
        MONITOR
    }
}
