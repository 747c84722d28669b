package io.upswing.scheduling.domain;

import org.jspecify.annotations.Nullable;

/**
 * The place that a plan would take on a date. {@code irregular}: how far it is from when the patient comes otherwise;
 * {@code kept}: the appointment that is there already, null for a new one.
 */
record Choice(
        Slot slot,
        int irregular,
        long strandedMinutes,
        @Nullable Booking kept) {
    static Choice keeping(Booking booking) {
        return new Choice(new Slot(booking.start(), booking.end(), booking.chairId()), 0, 0, booking);
    }
}
