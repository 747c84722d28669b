package io.upswing.scheduling.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The value of the compacted topic {@code care-due}, keyed by course: what is pending for it as of {@code asOf}, the site's
 * today when it was derived. {@code changesOn}: the next date on which it changes without an event, null where it never
 * does. A course that is over has no items. {@code state}: DUE-RULES R14. {@code timeZone}: the site's.
 */
public record CareDueRecord(
        UUID courseId,
        UUID patientId,
        String clinic,
        UUID siteId,
        String timeZone,
        LocalDate asOf,
        @Nullable LocalDate changesOn,
        String state,
        List<Item> items) {

    public CareDueRecord {
        items = List.copyOf(items);
    }

    /**
     * One thing that is pending (DUE-RULES 5). {@code kind}, {@code audience} (PATIENT, PRESCRIBER, NURSE) and {@code subject}
     * stay the same for as long as it is the same thing, whatever happens to its dates: a reminder's key may rest on course,
     * kind and subject. {@code appointmentId}: the appointment that is booked for it.
     */
    public record Item(
            String kind,
            String audience,
            String subject,
            LocalDate from,
            LocalDate on,
            LocalDate overdueAfter,
            @Nullable UUID appointmentId,
            boolean bookedOutsideWindow,
            boolean provisional) {}
}
