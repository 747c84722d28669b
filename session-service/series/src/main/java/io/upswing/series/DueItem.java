package io.upswing.series;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is pending for a course. {@code subject} tells items of one kind apart: the last session before the one
 * that is due (the course before the first), the gate, the session to follow up or to report, the appointment to measure
 * for, the interval decision to reassess, the safety task. {@code bookedOutsideWindow} is null
 * unless true.
 */
public record DueItem(
        Kind kind,
        Audience audience,
        String subject,
        LocalDate from,
        LocalDate on,
        LocalDate overdueAfter,
        State state,
        boolean provisional,
        @Nullable UUID appointmentId,
        @Nullable Boolean bookedOutsideWindow,
        List<Because> because) {

    /** What is due. */
    public enum Kind {
        SESSION,
        MAINTENANCE,
        GATE,
        CHECK_IN,
        MEASURE,
        REASSESSMENT,
        REMS_FORM,
        SAFETY,
        LAPSE_DECISION
    }

    /** Who must see to it. */
    public enum Audience {
        PATIENT,
        NURSE,
        PRESCRIBER
    }

    /** Before {@code from}, up to {@code on}, up to {@code overdueAfter}, later. */
    public enum State {
        UPCOMING,
        PENDING,
        DUE,
        OVERDUE;

        static State on(LocalDate day, LocalDate from, LocalDate due, LocalDate overdueAfter) {
            if (day.isBefore(from)) {
                return UPCOMING;
            }
            if (!day.isAfter(due)) {
                return PENDING;
            }
            return day.isAfter(overdueAfter) ? OVERDUE : DUE;
        }
    }

    public DueItem {
        because = List.copyOf(because);
    }

    DueItem booked(UUID appointment) {
        return new DueItem(
                kind,
                audience,
                subject,
                from,
                on,
                overdueAfter,
                state,
                provisional,
                appointment,
                bookedOutsideWindow,
                because);
    }
}
