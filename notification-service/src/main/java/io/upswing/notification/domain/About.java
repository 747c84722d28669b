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

    /** The same as its matter has it, which does not know what patients were told. */
    default About atFirst() {
        return this;
    }

    /**
     * An appointment at its time.
     *
     * @param round 1, and one more each time the patient was told of this time and then of another: should the appointment
     *     come back to it, they must hear of it anew
     */
    record AnAppointment(UUID appointmentId, Instant start, int round) implements About {
        @Override
        public Kind kind() {
            return Kind.APPOINTMENT;
        }

        @Override
        public String key() {
            var first = "appointment/" + appointmentId + "/" + start;
            return round == 1 ? first : first + "/" + round;
        }

        @Override
        public AnAppointment atFirst() {
            return new AnAppointment(appointmentId, start, 1);
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
        return parts[0].equals("appointment")
                ? new AnAppointment(
                        UUID.fromString(parts[1]),
                        Instant.parse(parts[2]),
                        parts.length == 3 ? 1 : Integer.parseInt(parts[3]))
                : new ADueItem(UUID.fromString(parts[1]), Kind.valueOf(parts[2]), parts[3]);
    }
}
