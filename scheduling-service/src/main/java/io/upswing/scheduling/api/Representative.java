package io.upswing.scheduling.api;

import io.upswing.scheduling.events.PatientRecord;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who acts for a patient: always given whole. Messages go to them instead of a minor; {@code toldInstead}: instead of the
 * patient in any case. Without a language or time zone of their own the patient's count.
 */
record Representative(
        @NotBlank @Size(max = 200) String givenName,
        @NotBlank @Size(max = 200) String familyName,
        @NotNull Relation relation,
        @Email @Size(min = 1, max = 254) @Nullable String email,

        @Pattern(regexp = Phone.FORM, message = Phone.MESSAGE) @Nullable
        String phone,

        @Language @Nullable String language,
        @Zone @Nullable String timeZone,
        @Size(max = 20) @Nullable List<@NotNull @Valid Consent> consents,
        @Nullable Boolean toldInstead) {

    /** What they are to the patient. */
    enum Relation {
        PARENT,
        GUARDIAN,
        /** Whom an adult chose, or a court appointed. */
        PROXY
    }

    /** {@code before}: of the same name is the same person, whose opt-out is not forgotten because it is not said again. */
    PatientRecord.Representative toRecord(PatientRecord.@Nullable Representative before) {
        var known = before != null && isNamed(before) ? before.consents() : List.<PatientRecord.Consent>of();
        return new PatientRecord.Representative(
                givenName.strip(),
                familyName.strip(),
                relation.name(),
                email,
                Phone.plain(phone),
                language,
                timeZone,
                Consent.latest(known, consents == null ? List.of() : consents),
                toldInstead != null && toldInstead);
    }

    private boolean isNamed(PatientRecord.Representative other) {
        return other.givenName().equalsIgnoreCase(givenName.strip())
                && other.familyName().equalsIgnoreCase(familyName.strip());
    }
}
