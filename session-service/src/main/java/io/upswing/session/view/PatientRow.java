package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** What this service keeps of a patient: that there is one, and the age that some doses depend on. */
@Entity
@Table(name = "patient")
class PatientRow {
    @Id
    UUID patientId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    LocalDate birthDate;
}
