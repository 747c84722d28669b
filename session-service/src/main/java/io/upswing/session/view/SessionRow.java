package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** Where a session is found, and how far it is. */
@Entity
@Table(name = "session")
class SessionRow {
    @Id
    UUID sessionId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    UUID courseId;

    @Column(nullable = false)
    UUID patientId;

    @Column(nullable = false)
    UUID siteId;

    @Column(nullable = false)
    LocalDate treatmentDate;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    SessionState state;
}
