package io.upswing.notification.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * What a reminder is about. An appointment that is moved is another matter than before: its patient must hear of the new
 * time even when told of the old one.
 */
public sealed interface About {

    Kind kind();

    /** In the log, and part of every reminder's id: fixed for ever. */
    String key();

    /** What policies speak of. */
    enum Kind {
        APPOINTMENT,
        SESSION,
        MAINTENANCE,
        CHECK_IN
    }

    /** An appointment at its time. */
    record AnAppointment(UUID appointmentId, Instant start) implements About {
        @Override
        public Kind kind() {
            return Kind.APPOINTMENT;
        }

        @Override
        public String key() {
            return "appointment/" + appointmentId + "/" + start;
        }
    }

    /** A due item of a course; {@code subject} stays the same for as long as it is the same thing. */
    record ADueItem(UUID courseId, Kind kind, String subject) implements About {
        @Override
        public String key() {
            return "course/" + courseId + "/" + kind + "/" + subject;
        }
    }

    /** The matter behind a key. */
    static About of(String key) {
        var parts = key.split("/", 4);
        return parts.length == 3
                ? new AnAppointment(UUID.fromString(parts[1]), Instant.parse(parts[2]))
                : new ADueItem(UUID.fromString(parts[1]), Kind.valueOf(parts[2]), parts[3]);
    }
}
