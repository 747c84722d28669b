package io.upswing.scheduling.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An appointment. Written by {@link AppointmentFold} alone. */
@Entity
@Immutable
@Table(name = "appointment")
class AppointmentRow {
    @Id
    @Column(name = "appointment_id")
    UUID appointmentId;

    @Column(name = "clinic")
    String clinic;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "course_id")
    @Nullable
    UUID courseId;

    @Column(name = "site_id")
    UUID siteId;

    @Column(name = "chair_id")
    UUID chairId;

    @Column(name = "kind")
    String kind;

    @Column(name = "start_at")
    Instant start;

    @Column(name = "end_at")
    Instant end;

    @Column(name = "zone")
    String zone;

    @Column(name = "on_date")
    LocalDate on;

    @Column(name = "dose_mg", columnDefinition = "numeric")
    @Nullable
    BigDecimal doseMg;

    @Column(name = "state")
    String state;

    @Column(name = "overbooked")
    boolean overbooked;

    @Column(name = "overbook_reason")
    @Nullable
    String overbookReason;

    @Column(name = "expected_start")
    @Nullable
    Instant expectedStart;

    @Column(name = "cancelled_by")
    @Nullable
    String cancelledBy;

    @Column(name = "cancel_reason")
    @Nullable
    String cancelReason;
}
