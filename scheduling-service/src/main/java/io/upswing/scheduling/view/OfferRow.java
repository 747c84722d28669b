package io.upswing.scheduling.view;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A time that was offered to a patient of the waitlist. Written by {@link WaitlistFold} alone. */
@Entity
@Immutable
@Table(name = "offer")
class OfferRow {
    @Id
    @Column(name = "offer_id")
    UUID offerId;

    @Column(name = "clinic")
    String clinic;

    @Column(name = "entry_id")
    UUID entryId;

    @Column(name = "patient_id")
    UUID patientId;

    @Column(name = "chair_id")
    UUID chairId;

    @Column(name = "start_at")
    Instant start;

    @Column(name = "end_at")
    Instant end;

    @Column(name = "offered_at")
    Instant offeredAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "state")
    String state;

    @Column(name = "appointment_id")
    @Nullable
    UUID appointmentId;
}
