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
        APPOINTMENT(Audience.PATIENT),
        SESSION(Audience.PATIENT),
        MAINTENANCE(Audience.PATIENT),
        CHECK_IN(Audience.PATIENT),
        /** Questions to be answered before a session. */
        MEASURE(Audience.PATIENT),
        REASSESSMENT(Audience.PATIENT),
        GATE(Audience.PRESCRIBER),
        REMS_FORM(Audience.NURSE),
        LAPSE_DECISION(Audience.PRESCRIBER),
        SAFETY(Audience.PRESCRIBER),
        /** An earlier time is kept for a patient who waits for one. */
        OFFER(Audience.PATIENT),
        /** The clinic moved an appointment. */
        CHANGED(Audience.PATIENT),
        /** The clinic cancelled an appointment. */
        CALLED_OFF(Audience.PATIENT),
        /** An appointment will begin later than booked. */
        DELAYED(Audience.PATIENT);

        private final Audience audience;

        Kind(Audience audience) {
            this.audience = audience;
        }

        /** Whose it is to see to. */
        public Audience audience() {
            return audience;
        }

        /** Whether the clinic did something that its patient does not expect: who is not told of it comes in vain. */
        public boolean isNews() {
            return this == CHANGED || this == CALLED_OFF || this == DELAYED;
        }

        /** Whether a course has it among its due items (DUE-RULES 5). */
        public boolean isDueItem() {
            return switch (this) {
                case SESSION, MAINTENANCE, CHECK_IN, MEASURE, REASSESSMENT, GATE, REMS_FORM, LAPSE_DECISION, SAFETY ->
                    true;
                case APPOINTMENT, OFFER, CHANGED, CALLED_OFF, DELAYED -> false;
            };
        }
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

    /** A time that is kept for a patient. */
    record AnOffer(UUID holdId) implements About {
        @Override
        public Kind kind() {
            return Kind.OFFER;
        }

        @Override
        public String key() {
            return "offer/" + holdId;
        }
    }

    /**
     * What the clinic did to an appointment.
     *
     * @param kind CHANGED, CALLED_OFF or DELAYED
     * @param at when: a second change is another matter
     * @param start the new one; the expected one of what is delayed, the old one of what is called off
     */
    record AChange(UUID appointmentId, Kind kind, Instant at, Instant start) implements About {
        @Override
        public String key() {
            return "change/" + appointmentId + "/" + kind + "/" + at + "/" + start;
        }
    }

    /** The matter behind a key. */
    static About of(String key) {
        var parts = key.split("/", 4);
        return switch (parts[0]) {
            case "appointment" ->
                new AnAppointment(
                        UUID.fromString(parts[1]),
                        Instant.parse(parts[2]),
                        parts.length == 3 ? 1 : Integer.parseInt(parts[3]));
            case "offer" -> new AnOffer(UUID.fromString(parts[1]));
            case "change" -> change(UUID.fromString(parts[1]), Kind.valueOf(parts[2]), parts[3].split("/"));
            case "course" -> new ADueItem(UUID.fromString(parts[1]), Kind.valueOf(parts[2]), parts[3]);
            case String other -> throw new IllegalArgumentException("No such matter: " + other);
        };
    }

    private static AChange change(UUID appointmentId, Kind kind, String[] times) {
        return new AChange(appointmentId, kind, Instant.parse(times[0]), Instant.parse(times[1]));
    }
}
