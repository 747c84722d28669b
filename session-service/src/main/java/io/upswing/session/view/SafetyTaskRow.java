package io.upswing.session.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A safety task: the answers that opened it, and how it was closed. */
@Entity
@Table(name = "safety_task")
class SafetyTaskRow {
    @Id
    UUID taskId;

    @Column(nullable = false)
    String clinic;

    @Column(nullable = false)
    UUID patientId;

    @Nullable
    UUID courseId;

    @Column(nullable = false)
    String instrument;

    @Column(nullable = false)
    LocalDate takenOn;

    @Column(nullable = false)
    Instant takenAt;

    @Column(nullable = false)
    @Enumerated(EnumType.STRING)
    SafetyTask.State state;

    /** The event that closed it. */
    @Nullable
    UUID closureId;

    @Nullable
    String closedBy;

    @Nullable
    String disposition;

    @Nullable
    Instant closedAt;
}
