package io.upswing.notification.domain;

/**
 * How many messages a patient gets at most, on one date and on seven dates in a row, in their own time. Who was never asked
 * whether they want text messages gets {@link #UNASKED} of them at most (DOMAIN 29).
 */
public record Caps(int perDay, int perWeek) {
    public static final Caps UNASKED = new Caps(1, 3);
}
