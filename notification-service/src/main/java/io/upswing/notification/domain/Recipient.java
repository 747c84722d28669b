package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told, as far as messages need them: a patient, or who acts for one. Giving an address is taken as agreement to
 * reminders, which are part of the treatment; who ever refused a channel, and did not agree again, gets none by it.
 *
 * @param birthDate null of who acts for a patient: they are of age
 * @param addresses an e-mail address, a telephone number (E.164); no entry where there is none
 * @param consents what they said last, here or at the registry; no entry where they were never asked
 * @param preferred tried first where a step has it
 */
public record Recipient(
        String givenName,
        String familyName,
        ZoneId zone,
        @Nullable String language,
        @Nullable LocalDate birthDate,
        Map<Channel, String> addresses,
        Map<Channel, Consent> consents,
        @Nullable Channel preferred) {
    private static final int OF_AGE = 18;

    public Recipient {
        addresses = Map.copyOf(addresses);
        consents = Map.copyOf(consents);
    }

    public @Nullable String address(Channel channel) {
        return addresses.get(channel);
    }

    public Consent consent(Channel channel) {
        return consents.getOrDefault(channel, Consent.UNASKED);
    }

    public Person person() {
        return birthDate == null ? Person.REPRESENTATIVE : Person.PATIENT;
    }

    /** Not told themselves. Until the birthday where they live. */
    boolean isMinor(Instant at) {
        return birthDate != null
                && birthDate.plusYears(OF_AGE).isAfter(at.atZone(zone).toLocalDate());
    }

    /** Why nothing may go by this channel; null when it may. The clinic's own system knows whom it may tell. */
    @Nullable
    Suppression obstacle(Channel channel) {
        return switch (channel) {
            case EMAIL, SMS ->
                consent(channel) == Consent.REFUSED
                        ? Suppression.NOT_WANTED
                        : address(channel) == null ? Suppression.NO_ADDRESS : null;
            case WEBHOOK, WORKLIST -> null;
        };
    }
}
