package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a patient may have to be told of, as scheduling-service sees it now. */
public sealed interface Matter {

    About about();

    /** The site's. */
    ZoneId zone();

    /** The date a step counts from; null where the matter has none such. */
    @Nullable
    LocalDate dateOf(Anchor anchor, ZoneId patientsZone);

    /** Why nobody needs to be told any more; null while it is open. */
    @Nullable
    String closed();

    /** From when on it is of no use to be told. */
    @Nullable
    Instant begins();

    /** Whether its dates may change, so that a step may have passed the moment it is planned, and another one later. */
    boolean movable();

    /** An appointment at one of the times it had. */
    record Slot(UUID appointmentId, UUID siteId, Instant start, ZoneId zone, State state) implements Matter {

        /** What became of the appointment at this time. */
        public enum State {
            BOOKED,
            MOVED,
            CANCELLED,
            NO_SHOW
        }

        @Override
        public About about() {
            return new About.AnAppointment(appointmentId, start, 1);
        }

        @Override
        public @Nullable LocalDate dateOf(Anchor anchor, ZoneId patientsZone) {
            return anchor == Anchor.START ? start.atZone(patientsZone).toLocalDate() : null;
        }

        @Override
        public @Nullable String closed() {
            return switch (state) {
                case BOOKED -> null;
                case MOVED -> "The appointment was moved to another time.";
                case CANCELLED -> "The appointment was cancelled.";
                case NO_SHOW -> "The patient did not come.";
            };
        }

        @Override
        public Instant begins() {
            return start;
        }

        @Override
        public boolean movable() {
            return false; // at another time it is another matter
        }
    }

    /** A due item of a course that is the patient's to see to (DUE-RULES 5). */
    record Pending(
            About.ADueItem about,
            ZoneId zone,
            LocalDate from,
            LocalDate on,
            LocalDate overdueAfter,
            @Nullable UUID appointmentId)
            implements Matter {

        @Override
        public @Nullable LocalDate dateOf(Anchor anchor, ZoneId patientsZone) {
            return switch (anchor) {
                case START -> null;
                case FROM -> from;
                case ON -> on;
                case OVERDUE_AFTER -> overdueAfter;
            };
        }

        @Override
        public @Nullable String closed() {
            return appointmentId == null ? null : "An appointment is booked for it.";
        }

        @Override
        public @Nullable Instant begins() {
            return null;
        }

        @Override
        public boolean movable() {
            return true;
        }
    }
}
