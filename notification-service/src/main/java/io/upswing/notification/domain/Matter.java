package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a patient or staff may have to be told of, as scheduling-service sees it now. */
public sealed interface Matter {

    About about();

    /** The site's. */
    ZoneId zone();

    /** The date a step counts from, for a reader in that zone; null where the matter has none such. */
    @Nullable
    LocalDate dateOf(Anchor anchor, ZoneId zone);

    /** The moment a step counts from; null where the matter has none such. */
    default @Nullable Instant momentOf(Anchor anchor) {
        return null;
    }

    /** Why nobody needs to be told any more; null while it is open. */
    @Nullable
    String closed();

    /** From when on it is of no use to be told; null where it always is. */
    default @Nullable Instant begins() {
        return null;
    }

    /** Whether its dates may change, so that a step may have passed the moment it is planned, and another one later. */
    boolean movable();

    /** What happens at a site at a time. */
    sealed interface AtSite extends Matter {
        UUID siteId();

        /** When the patient is to come. */
        Instant start();

        /** When it came about; null where nobody is told of that. */
        default @Nullable Instant happened() {
            return null;
        }

        @Override
        default @Nullable Instant momentOf(Anchor anchor) {
            return switch (anchor) {
                case START -> start();
                case HAPPENED -> happened();
                case FROM, ON, OVERDUE_AFTER -> null;
            };
        }

        @Override
        default Instant begins() {
            return start();
        }

        @Override
        default @Nullable LocalDate dateOf(Anchor anchor, ZoneId zone) {
            var moment = momentOf(anchor);
            return moment == null ? null : moment.atZone(zone).toLocalDate();
        }

        @Override
        default boolean movable() {
            return false; // at another time it is another matter
        }
    }

    /**
     * An appointment at one of the times it had.
     *
     * @param changed what the clinic did last to bring it to this time, or to call it off; null: nothing
     * @param delayed when it will begin, if later than booked
     */
    record Slot(
            UUID appointmentId,
            UUID siteId,
            Instant start,
            ZoneId zone,
            State state,
            boolean confirmed,
            @Nullable Changed changed,
            @Nullable Delayed delayed)
            implements AtSite {

        /**
         * The clinic's doing. {@code known}: the time that the patient agreed to, {@code since} when; they may have been told
         * of others after that.
         */
        public record Changed(Instant at, Instant known, Instant since) {}

        public record Delayed(Instant at, Instant expectedStart) {}

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
        public @Nullable String closed() {
            return switch (state) {
                case BOOKED -> null;
                case MOVED -> "The appointment was moved to another time.";
                case CANCELLED -> "The appointment was cancelled.";
                case NO_SHOW -> "The patient did not come.";
            };
        }
    }

    /** A due item of a course (DUE-RULES 5). */
    record Pending(
            About.ADueItem about,
            ZoneId zone,
            LocalDate from,
            LocalDate on,
            LocalDate overdueAfter,
            @Nullable UUID appointmentId)
            implements Matter {

        @Override
        public @Nullable LocalDate dateOf(Anchor anchor, ZoneId zone) {
            return switch (anchor) {
                case START, HAPPENED -> null;
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
        public boolean movable() {
            return true;
        }
    }

    /** A time that is kept for a patient who waits for one. {@code closed}: what became of it; null while it is open. */
    record Offer(
            About.AnOffer about,
            UUID siteId,
            ZoneId zone,
            Instant start,
            Instant offeredAt,
            Instant expiresAt,
            @Nullable String closed)
            implements AtSite {

        @Override
        public Instant happened() {
            return offeredAt;
        }

        @Override
        public Instant begins() {
            return expiresAt;
        }
    }

    /** What the clinic did to an appointment. {@code known}: why its patient knows already; null where they do not. */
    record Change(
            About.AChange about,
            UUID siteId,
            ZoneId zone,
            @Nullable String known) implements AtSite {

        @Override
        public Instant start() {
            return about.start();
        }

        @Override
        public Instant happened() {
            return about.at();
        }

        @Override
        public @Nullable String closed() {
            return known;
        }
    }
}
