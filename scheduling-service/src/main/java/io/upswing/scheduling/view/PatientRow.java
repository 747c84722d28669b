package io.upswing.scheduling.view;

import com.fasterxml.jackson.core.type.TypeReference;
import io.upswing.scheduling.events.PatientRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A patient as registered. Written by {@link PatientFold} alone. */
@Entity
@Immutable
@Table(name = "patient")
class PatientRow {
    private static final TypeReference<List<PatientRecord.Consent>> CONSENTS = new TypeReference<>() {};

    @Id
    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "clinic")
    String clinic;

    @Column(name = "given_name")
    String givenName;

    @Column(name = "family_name")
    String familyName;

    @Column(name = "birth_date")
    LocalDate birthDate;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "language")
    @Nullable
    String language;

    @Column(name = "email")
    @Nullable
    String email;

    @Column(name = "phone")
    @Nullable
    String phone;

    @Column(name = "consents")
    String consents;

    @Column(name = "preferred_channel")
    @Nullable
    String preferredChannel;

    @Column(name = "representative")
    @Nullable
    String representative;

    @Column(name = "search")
    String search;

    PatientRecord toRecord() {
        return new PatientRecord(
                patientId,
                clinic,
                givenName,
                familyName,
                birthDate,
                timeZone,
                language,
                email,
                phone,
                ViewJson.read(consents, CONSENTS),
                preferredChannel,
                representative == null ? null : ViewJson.read(representative, PatientRecord.Representative.class));
    }
}
