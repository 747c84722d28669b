package io.upswing.scheduling.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.upswing.http.BadInput;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What shall be different about a patient: a field that is left out stays as it is, one that is null is emptied. No record,
 * because a record cannot tell the two apart.
 */
final class PatientPatch {
    @Size(min = 1, max = 200)
    @Pattern(regexp = NOT_BLANK, message = "must not be blank")
    @Nullable
    String givenName;

    @Size(min = 1, max = 200)
    @Pattern(regexp = NOT_BLANK, message = "must not be blank")
    @Nullable
    String familyName;

    @Nullable
    LocalDate birthDate;

    @Zone
    @Nullable
    String timeZone;

    @Language
    @Nullable
    String language;

    @Email
    @Size(min = 1, max = 254)
    @Nullable
    String email;

    @Pattern(regexp = Phone.FORM, message = Phone.MESSAGE)
    @Nullable
    String phone;

    @Size(max = 20)
    @Nullable
    List<@NotNull @Valid Consent> consents;

    @Nullable
    Channel preferredChannel;

    @Valid
    @Nullable
    Representative representative;

    private static final String NOT_BLANK = "(?s).*\\S.*";
    private final Set<String> emptied = new HashSet<>();

    PatientRecord applyTo(PatientRecord before) {
        return new PatientRecord(
                before.patientId(),
                before.clinic(),
                givenName == null ? before.givenName() : givenName.strip(),
                familyName == null ? before.familyName() : familyName.strip(),
                birthDate == null ? before.birthDate() : birthDate,
                timeZone == null ? before.timeZone() : timeZone,
                optional("language", language, before.language()),
                optional("email", email, before.email()),
                optional("phone", Phone.plain(phone), before.phone()),
                consents == null ? before.consents() : Consent.latest(before.consents(), consents),
                optional(
                        "preferredChannel",
                        preferredChannel == null ? null : preferredChannel.name(),
                        before.preferredChannel()),
                representative(before.representative()));
    }

    private PatientRecord.@Nullable Representative representative(PatientRecord.@Nullable Representative before) {
        return representative == null
                ? emptied.contains("representative") ? null : before
                : representative.toRecord(before);
    }

    /** Refuses to empty what every patient must have. */
    void requireNothingEssentialEmptied() {
        for (var field : List.of("givenName", "familyName", "birthDate", "timeZone", "consents")) {
            if (emptied.contains(field)) {
                throw new BadInput(field, "must not be null");
            }
        }
    }

    private @Nullable String optional(String field, @Nullable String value, @Nullable String before) {
        return value == null && !emptied.contains(field) ? before : value;
    }

    private <T> @Nullable T noting(String field, @Nullable T value) {
        if (value == null) {
            emptied.add(field);
        }
        return value;
    }

    @JsonProperty
    void setGivenName(@Nullable String value) {
        givenName = noting("givenName", value);
    }

    @JsonProperty
    void setFamilyName(@Nullable String value) {
        familyName = noting("familyName", value);
    }

    @JsonProperty
    void setBirthDate(@Nullable LocalDate value) {
        birthDate = noting("birthDate", value);
    }

    @JsonProperty
    void setTimeZone(@Nullable String value) {
        timeZone = noting("timeZone", value);
    }

    @JsonProperty
    void setLanguage(@Nullable String value) {
        language = noting("language", value);
    }

    @JsonProperty
    void setEmail(@Nullable String value) {
        email = noting("email", value);
    }

    @JsonProperty
    void setPhone(@Nullable String value) {
        phone = noting("phone", value);
    }

    @JsonProperty
    void setConsents(@Nullable List<Consent> value) {
        consents = noting("consents", value);
    }

    @JsonProperty
    void setPreferredChannel(@Nullable Channel value) {
        preferredChannel = noting("preferredChannel", value);
    }

    @JsonProperty
    void setRepresentative(@Nullable Representative value) {
        representative = noting("representative", value);
    }
}
