package io.upswing.notification.domain;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told, and whose word counts: the patient, or who acts for them. The names are in the log: fixed for ever. */
public enum Person {
    PATIENT("the patient"),
    REPRESENTATIVE("the patient's representative");

    private static final String EITHER = "EITHER";

    private final String inWords;

    Person(String inWords) {
        this.inWords = inWords;
    }

    String inWords() {
        return inWords;
    }

    /** Said before why a message goes as it does; nothing where it is for the patient, as most are. */
    String forWhom() {
        return this == PATIENT ? "" : "For " + inWords + ". ";
    }

    /** Who said it, by the log: where it names nobody, the patient. */
    public static Set<Person> of(@Nullable String saidBy) {
        if (saidBy == null) {
            return EnumSet.of(PATIENT);
        }
        return saidBy.equals(EITHER) ? EnumSet.allOf(Person.class) : EnumSet.of(valueOf(saidBy));
    }

    /** For the log. */
    public static @Nullable String saidBy(Set<Person> persons) {
        if (persons.size() > 1) {
            return EITHER;
        }
        return persons.contains(REPRESENTATIVE) ? REPRESENTATIVE.name() : null;
    }

    /** What a link is about that asks what they want. */
    public UUID wishes(UUID patientId) {
        return switch (this) {
            case PATIENT -> patientId;
            case REPRESENTATIVE ->
                UUID.nameUUIDFromBytes(("representative\n" + patientId).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Whose wishes those are. */
    public static Person of(UUID wishes, UUID patientId) {
        return wishes.equals(REPRESENTATIVE.wishes(patientId)) ? REPRESENTATIVE : PATIENT;
    }
}
