package io.upswing.scheduling.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The value of the compacted topic {@code patients}, keyed by patient: the only place where a person is named. A tombstone
 * erases. Its version is the state record's. {@code timeZone}: IANA, the patient's own. {@code language}: BCP 47.
 * {@code phone}: E.164. {@code preferredChannel}: EMAIL or SMS. {@code representative}: who acts for the patient; null: nobody
 * is known to.
 */
public record PatientRecord(
        UUID patientId,
        String clinic,
        String givenName,
        String familyName,
        LocalDate birthDate,
        String timeZone,
        @Nullable String language,
        @Nullable String email,
        @Nullable String phone,
        List<Consent> consents,
        @Nullable String preferredChannel,
        @Nullable Representative representative) {

    public PatientRecord {
        consents = List.copyOf(consents);
    }

    /** Whether the patient agreed to be written to on a channel (EMAIL, SMS); of a channel's several the latest counts. */
    public record Consent(String channel, boolean granted, Instant at) {}

    /**
     * Who acts for the patient. While the patient is a minor, messages go to them instead; {@code toldInstead}: afterwards too.
     * {@code relation}: PARENT, GUARDIAN or PROXY. {@code language}, {@code timeZone}: null: the patient's. The consents are
     * their own.
     */
    public record Representative(
            String givenName,
            String familyName,
            String relation,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String timeZone,
            List<Consent> consents,
            boolean toldInstead) {
        public Representative {
            consents = List.copyOf(consents);
        }
    }
}
