package io.upswing.scheduling.api;

import io.upswing.scheduling.events.PatientRecord;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is asked of whoever registers a patient. */
record NewPatient(
        @NotBlank @Size(max = 200) String givenName,
        @NotBlank @Size(max = 200) String familyName,
        @NotNull LocalDate birthDate,
        @NotNull @Zone String timeZone,
        @Language @Nullable String language,
        @Email @Size(min = 1, max = 254) @Nullable String email,

        @Pattern(regexp = Phone.FORM, message = Phone.MESSAGE) @Nullable
        String phone,

        @Size(max = 20) @Nullable List<@NotNull @Valid Consent> consents,
        @Nullable Channel preferredChannel,
        @Valid @Nullable Representative representative) {

    PatientRecord toRecord(UUID patientId, String clinic) {
        return new PatientRecord(
                patientId,
                clinic,
                givenName.strip(),
                familyName.strip(),
                birthDate,
                timeZone,
                language,
                email,
                Phone.plain(phone),
                consents == null ? List.of() : Consent.latest(List.of(), consents),
                preferredChannel == null ? null : preferredChannel.name(),
                representative == null ? null : representative.toRecord(null));
    }
}
