package io.upswing.session.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact in the treatment course of one patient. The stream is the patient; wire names are in {@link SessionEventTypes}.
 * Dates are local dates at the site. Nothing here names a person whose identity the log must be able to forget.
 */
public sealed interface SessionEvent {
    UUID courseId();

    /** Pins the whole schedule, so that no reader needs another record to derive a date. */
    record ProtocolPrescribed(
            UUID courseId,
            UUID patientId,
            UUID siteId,
            String protocolId,
            int protocolVersion,
            String pattern,
            Schedule schedule,
            LocalDate prescribedOn,
            String prescriberId,
            String indication,
            @Nullable Dose dose,
            String setting,
            @Nullable UUID continues)
            implements SessionEvent {}

    /** Exactly one of the two is given. */
    record Dose(@Nullable BigDecimal mg, @Nullable BigDecimal mgPerKg) {}

    record ConsentSigned(UUID courseId, LocalDate signedOn, String document) implements SessionEvent {}

    record EligibilityDecided(
            UUID courseId,
            String decision,
            LocalDate on,
            String decidedBy,
            List<DrugTrial> trials,
            @Nullable String reason)
            implements SessionEvent {
        public EligibilityDecided {
            trials = List.copyOf(trials);
        }
    }

    /** An earlier antidepressant treatment on which eligibility rests. */
    record DrugTrial(String drug, String drugClass, int weeks, boolean adequate) {}

    record ContraindicationRecorded(UUID courseId, String code, boolean present, LocalDate on)
            implements SessionEvent {}

    record RemsEnrolmentRecorded(UUID courseId, String state, LocalDate on) implements SessionEvent {}

    record BenefitDecided(
            UUID courseId,
            String outcome,
            LocalDate on,
            String decidedBy,
            @Nullable Integer intervalDays,
            @Nullable LocalDate reviewOn,
            @Nullable String reason)
            implements SessionEvent {}

    record IntervalDecided(
            UUID courseId,
            int days,
            LocalDate from,
            String decidedBy,
            @Nullable String reason) implements SessionEvent {}

    record CoursePaused(UUID courseId, LocalDate from, String reason) implements SessionEvent {}

    record CourseResumed(UUID courseId, LocalDate on) implements SessionEvent {}

    record CourseClosed(UUID courseId, LocalDate on, String reason) implements SessionEvent {}

    /** Exactly one of mg and mgPerKg is given. */
    record DoseOrdered(
            UUID courseId,
            @Nullable BigDecimal mg,
            @Nullable BigDecimal mgPerKg,
            LocalDate from,
            String orderedBy) implements SessionEvent {}

    /** A session entered after the fact in one record. */
    record AdministrationRecorded(
            UUID courseId,
            UUID sessionId,
            UUID siteId,
            LocalDate treatmentDate,
            BigDecimal doseMg,
            boolean complete,
            @Nullable Boolean counted,
            @Nullable String lot,
            @Nullable Integer observationMinutes,
            @Nullable String note)
            implements SessionEvent {}

    record CheckedIn(
            UUID courseId,
            UUID sessionId,
            UUID siteId,
            LocalDate treatmentDate,
            @Nullable UUID appointmentId,
            @Nullable BigDecimal doseMg,
            Instant at)
            implements SessionEvent {}

    /** {@code completes}: with this record the given mg reach the ordered dose, or the infusion ended without a stop. */
    record DoseGiven(
            UUID courseId,
            UUID sessionId,
            UUID siteId,
            LocalDate treatmentDate,
            Instant at,
            String kind,
            BigDecimal mg,
            @Nullable BigDecimal orderedMg,
            boolean completes,
            @Nullable String lot,
            @Nullable Integer device)
            implements SessionEvent {}

    /** The dose was ended early: given in part, counted only if a clinician says so. */
    record DoseStopped(
            UUID courseId,
            UUID sessionId,
            UUID siteId,
            LocalDate treatmentDate,
            Instant at,
            BigDecimal givenMg,
            @Nullable BigDecimal wastedMg,
            @Nullable String witness,
            @Nullable Boolean counted)
            implements SessionEvent {}

    /** {@code escort}: whether someone took the patient home; who it was is not kept. */
    record Discharged(
            UUID courseId,
            UUID sessionId,
            Instant at,
            String by,
            @Nullable Boolean escort) implements SessionEvent {}

    record SessionAborted(UUID courseId, UUID sessionId, Instant at, String reason) implements SessionEvent {}

    /** Replaces the fields that are given; the others stand. */
    record SessionCorrected(
            UUID courseId,
            UUID sessionId,
            @Nullable LocalDate treatmentDate,
            @Nullable BigDecimal doseMg,
            @Nullable Boolean complete,
            @Nullable Boolean counted,
            @Nullable String lot,
            String reason)
            implements SessionEvent {}

    record SessionVoided(UUID courseId, UUID sessionId, String reason) implements SessionEvent {}

    record PartDoseJudged(UUID courseId, UUID sessionId, boolean counted, String decidedBy, String reason)
            implements SessionEvent {}

    /** Takes back a record that has no correction of its own, by its event id. */
    record RecordVoided(UUID courseId, UUID eventId, String reason) implements SessionEvent {}

    /** The check-in after a session. */
    record FollowUpRecorded(
            UUID courseId,
            UUID sessionId,
            Instant at,
            LocalDate on,
            String by,
            String outcome,
            @Nullable String note) implements SessionEvent {}
}
