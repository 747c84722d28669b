package io.upswing.notification.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A patient, and who acts for them. A message goes to exactly one of the two.
 *
 * @param representative null when nobody is known to act for them
 * @param toldInstead whether the representative is told though the patient is of age
 */
public record Patient(Recipient self, @Nullable Recipient representative, boolean toldInstead) {

    /** Nobody acts for them. */
    public static Patient alone(Recipient self) {
        return new Patient(self, null, false);
    }

    /** Who is told at that time. Who comes of age is told themselves from that day on; a minor for whom nobody acts is held back. */
    public Recipient told(Instant at) {
        return representative != null && (toldInstead || self.isMinor(at)) ? representative : self;
    }

    public Optional<Recipient> get(Person person) {
        return switch (person) {
            case PATIENT -> Optional.of(self);
            case REPRESENTATIVE -> Optional.ofNullable(representative);
        };
    }
}
