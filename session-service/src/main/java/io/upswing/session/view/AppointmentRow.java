package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What this service keeps of an appointment. */
@Entity
@Table(name = "appointment")
class AppointmentRow {
    @Id
    UUID appointmentId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    UUID patientId;
}
