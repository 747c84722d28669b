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
    /** Concerns one course of treatment. */
    sealed interface OfCourse extends SessionEvent {
        UUID courseId();
    }

    /** Concerns one session of a course. */
    sealed interface OfSession extends OfCourse {
        UUID sessionId();
    }

    /** Concerns the patient, whatever courses they have; {@code courseId}: the one in whose history it is listed. */
    sealed interface OfPatient extends SessionEvent {
        UUID patientId();

        @Nullable
        UUID courseId();
    }

    /** Concerns a clinic's own protocol; the stream is the protocol. */
    sealed interface OfProtocol extends SessionEvent {}

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
            implements OfCourse {}

    /** Exactly one of the two is given. */
    record Dose(@Nullable BigDecimal mg, @Nullable BigDecimal mgPerKg) {}

    record ConsentSigned(UUID courseId, LocalDate signedOn, String document) implements OfCourse {}

    record EligibilityDecided(
            UUID courseId,
            String decision,
            LocalDate on,
            String decidedBy,
            List<DrugTrial> trials,
            @Nullable String reason)
            implements OfCourse {
        public EligibilityDecided {
            trials = List.copyOf(trials);
        }
    }

    /** An earlier antidepressant treatment on which eligibility rests. */
    record DrugTrial(String drug, String drugClass, int weeks, boolean adequate) {}

    record ContraindicationRecorded(UUID courseId, String code, boolean present, LocalDate on) implements OfCourse {}

    record RemsEnrolmentRecorded(UUID courseId, String state, LocalDate on) implements OfCourse {}

    record BenefitDecided(
            UUID courseId,
            String outcome,
            LocalDate on,
            String decidedBy,
            @Nullable Integer intervalDays,
            @Nullable LocalDate reviewOn,
            @Nullable String reason)
            implements OfCourse {}

    record IntervalDecided(
            UUID courseId,
            int days,
            LocalDate from,
            String decidedBy,
            @Nullable String reason) implements OfCourse {}

    record CoursePaused(UUID courseId, LocalDate from, String reason) implements OfCourse {}

    record CourseResumed(UUID courseId, LocalDate on) implements OfCourse {}

    record CourseClosed(UUID courseId, LocalDate on, String reason) implements OfCourse {}

    /** Exactly one of mg and mgPerKg is given. */
    record DoseOrdered(
            UUID courseId,
            @Nullable BigDecimal mg,
            @Nullable BigDecimal mgPerKg,
            LocalDate from,
            String orderedBy) implements OfCourse {}

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
            implements OfSession {}

    record CheckedIn(
            UUID courseId,
            UUID sessionId,
            UUID siteId,
            LocalDate treatmentDate,
            @Nullable UUID appointmentId,
            @Nullable BigDecimal doseMg,
            Instant at)
            implements OfSession {}

    /**
     * {@code completes}: with this record the given mg reach the ordered dose, or the infusion ended without a stop.
     * {@code greenDots}: the device's indicator was seen to show two green dots before use; null where nobody said.
     */
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
            @Nullable Integer device,
            @Nullable Boolean greenDots)
            implements OfSession {}

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
            implements OfSession {}

    /** {@code escort}: whether someone took the patient home; who it was is not kept. */
    record Discharged(
            UUID courseId,
            UUID sessionId,
            Instant at,
            String by,
            @Nullable Boolean escort) implements OfSession {}

    record SessionAborted(UUID courseId, UUID sessionId, Instant at, String reason) implements OfSession {}

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
            implements OfSession {}

    record SessionVoided(UUID courseId, UUID sessionId, String reason) implements OfSession {}

    record PartDoseJudged(UUID courseId, UUID sessionId, boolean counted, String decidedBy, String reason)
            implements OfSession {}

    /** Takes back a record that has no correction of its own, by its event id; {@code sessionId}: whose record it was. */
    record RecordVoided(
            UUID courseId, UUID eventId, @Nullable UUID sessionId, String reason) implements OfCourse {}

    /** The check-in after a session. */
    record FollowUpRecorded(
            UUID courseId,
            UUID sessionId,
            Instant at,
            LocalDate on,
            String by,
            String outcome,
            @Nullable String note) implements OfSession {}

    /** What is asked before the first dose; null: not asked. {@code nasalProductAt}: a steroid or decongestant. */
    record ChecklistRecorded(
            UUID courseId,
            UUID sessionId,
            Instant at,
            @Nullable Instant lastFoodAt,
            @Nullable Instant lastLiquidAt,
            @Nullable Instant nasalProductAt,
            boolean rideConfirmed,
            Concomitant concomitant,
            @Nullable BigDecimal weightKg,
            @Nullable String pregnancy)
            implements OfSession {}

    /** Drugs taken beside the treatment that call for a closer watch; null: not asked. */
    record Concomitant(
            @Nullable Boolean benzodiazepines,
            @Nullable Boolean stimulants,
            @Nullable Boolean maois,
            @Nullable Boolean opioids) {}

    /** Blood pressure in mmHg, heart and respiratory rate per minute, {@code spo2} in percent. */
    record VitalsRecorded(
            UUID courseId,
            UUID sessionId,
            Instant at,
            int systolic,
            int diastolic,
            @Nullable Integer heartRate,
            @Nullable Integer spo2,
            @Nullable Integer respiratoryRate)
            implements OfSession {}

    /** {@code moaas}: 0 to 5, sedated below 5; {@code cadss}: the total, 0 to 92. */
    record AssessmentRecorded(
            UUID courseId,
            UUID sessionId,
            Instant at,
            @Nullable Integer moaas,
            @Nullable Integer cadss,
            @Nullable Boolean respiratoryDepression)
            implements OfSession {}

    record AdverseEventRecorded(
            UUID courseId,
            UUID sessionId,
            Instant at,
            String kind,
            boolean serious,
            @Nullable String description) implements OfSession {}

    /** A prescriber takes on themselves what a rule that may be overridden, or a prompt, says; {@code rule}: its code. */
    record OverrideGiven(UUID courseId, UUID sessionId, Instant at, String rule, String reason, String by)
            implements OfSession {}

    record LeftAgainstAdvice(UUID courseId, UUID sessionId, Instant at) implements OfSession {}

    /**
     * The monitoring form of a session under REMS reached a state: DRAFTED, SIGNED, SUBMITTED or ACKNOWLEDGED.
     * {@code explained}: why fields of it stay empty.
     */
    record RemsFormRecorded(
            UUID courseId, UUID sessionId, String state, Instant at, LocalDate on, List<MissingField> explained)
            implements OfSession {
        public RemsFormRecorded {
            explained = List.copyOf(explained);
        }
    }

    record MissingField(String field, String reason) {}

    record ConcurrentTreatmentRecorded(UUID courseId, boolean oralAntidepressant, LocalDate on) implements OfCourse {}

    /** {@code outcome}: RESUME, REINDUCE or STEP_BACK; with the last two the course ends. */
    record LapseDecided(UUID courseId, String outcome, LocalDate on, String decidedBy, String reason)
            implements OfCourse {}

    /** From {@code on} the course is held to another version of its protocol, which it pins whole. */
    record ProtocolVersionChanged(
            UUID courseId, String protocolId, int protocolVersion, Schedule schedule, LocalDate on, String decidedBy)
            implements OfCourse {}

    /**
     * One score. {@code answers}: item by item, absent where only the total is known; {@code score} is absent where the
     * instrument has none. {@code baseline}, {@code response} and {@code remission} are those of {@code courseId} when it
     * was recorded, {@code remissionCutOff} the highest score of its protocol that is remission. {@code safety}: the
     * answers open a safety task, whose id is that of this event.
     */
    record MeasureRecorded(
            UUID patientId,
            @Nullable UUID courseId,
            String instrument,
            @Nullable List<Integer> answers,
            @Nullable Integer score,
            LocalDate on,
            Instant at,
            @Nullable String band,
            @Nullable Integer baseline,
            @Nullable Boolean response,
            @Nullable Boolean remission,
            @Nullable Integer remissionCutOff,
            boolean safety)
            implements OfPatient {
        public MeasureRecorded {
            answers = answers == null ? null : List.copyOf(answers);
        }
    }

    /** {@code taskId}: the event that opened it. */
    record SafetyTaskClosed(
            UUID patientId,
            @Nullable UUID courseId,
            UUID taskId,
            String by,
            String disposition,
            Instant at,
            LocalDate on)
            implements OfPatient {}

    /** A version of a clinic's own protocol, signed off by a prescriber; never changed afterwards. */
    record ProtocolPublished(Protocol protocol, String signedOffBy) implements OfProtocol {}
}
