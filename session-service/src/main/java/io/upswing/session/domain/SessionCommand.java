package io.upswing.session.domain;

import io.upswing.series.BenefitFact;
import io.upswing.series.LapseFact;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.Dose;
import io.upswing.session.events.SessionEvent.DrugTrial;
import io.upswing.session.events.SessionEvent.MissingField;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What staff ask to have recorded or decided. {@code at}: when it happened; dates are local to the course's site. */
public sealed interface SessionCommand {
    Instant at();

    /** Concerns a course that was prescribed. */
    sealed interface OfCourse extends SessionCommand {
        UUID courseId();
    }

    /** Concerns a session that was begun or entered. */
    sealed interface OfSession extends SessionCommand {
        UUID sessionId();
    }

    /** Concerns the patient, whatever courses they have. */
    sealed interface OfPatient extends SessionCommand {}

    /** {@code pattern} and {@code prescribedOn} null: the protocol's default, today. */
    record Prescribe(
            UUID patientId,
            UUID siteId,
            Protocol protocol,
            @Nullable String pattern,
            @Nullable LocalDate prescribedOn,
            String prescriberId,
            String indication,
            @Nullable Dose dose,
            Setting setting,
            @Nullable UUID continues,
            Instant at)
            implements SessionCommand {}

    record OrderDose(UUID courseId, Dose dose, LocalDate from, String orderedBy, Instant at) implements OfCourse {}

    record SignConsent(UUID courseId, LocalDate signedOn, String document, Instant at) implements OfCourse {}

    record DecideEligibility(
            UUID courseId,
            Eligibility decision,
            String decidedBy,
            List<DrugTrial> trials,
            @Nullable String reason,
            Instant at)
            implements OfCourse {}

    record RecordContraindication(UUID courseId, String code, boolean present, LocalDate on, Instant at)
            implements OfCourse {}

    record RecordRemsEnrolment(UUID courseId, Enrolment state, LocalDate on, Instant at) implements OfCourse {}

    record DecideBenefit(
            UUID courseId,
            BenefitFact.Outcome outcome,
            LocalDate on,
            String decidedBy,
            @Nullable Integer intervalDays,
            @Nullable LocalDate reviewOn,
            @Nullable String reason,
            Instant at)
            implements OfCourse {}

    record DecideInterval(
            UUID courseId,
            int days,
            LocalDate from,
            String decidedBy,
            @Nullable String reason,
            Instant at) implements OfCourse {}

    record PauseCourse(UUID courseId, LocalDate from, String reason, Instant at) implements OfCourse {}

    record ResumeCourse(UUID courseId, LocalDate on, Instant at) implements OfCourse {}

    record CloseCourse(UUID courseId, LocalDate on, String reason, Instant at) implements OfCourse {}

    record RecordConcurrentTreatment(UUID courseId, boolean oralAntidepressant, LocalDate on, Instant at)
            implements OfCourse {}

    record DecideLapse(
            UUID courseId, LapseFact.Outcome outcome, LocalDate on, String decidedBy, String reason, Instant at)
            implements OfCourse {}

    /** {@code protocol}: another version of the course's; {@code on} null: from today. */
    record ChangeVersion(
            UUID courseId, Protocol protocol, @Nullable LocalDate on, String decidedBy, Instant at)
            implements OfCourse {}

    /** Exactly one of {@code answers} and {@code score} is given; {@code courseId} null: the course of that date. */
    record RecordMeasure(
            UUID patientId,
            @Nullable UUID courseId,
            Instrument instrument,
            @Nullable List<Integer> answers,
            @Nullable Integer score,
            LocalDate on,
            Instant at)
            implements OfPatient {}

    /** {@code taskId}: the event that opened it. */
    record CloseSafetyTask(UUID taskId, String by, String disposition, Instant at) implements OfPatient {}

    record RecordAdministration(
            UUID courseId,
            LocalDate on,
            BigDecimal doseMg,
            boolean complete,
            @Nullable Boolean counted,
            @Nullable String lot,
            @Nullable Integer observationMinutes,
            @Nullable String note,
            Instant at)
            implements OfCourse {}

    record CheckIn(
            UUID courseId,
            @Nullable UUID appointmentId,
            @Nullable BigDecimal doseMg,
            Instant at) implements OfCourse {}

    /** {@code byPrescriber}: a prescriber's decision is taken back by a prescriber only. */
    record VoidRecord(UUID courseId, UUID eventId, boolean byPrescriber, String reason, Instant at)
            implements OfCourse {}

    record GiveDose(
            UUID sessionId,
            DoseKind kind,
            BigDecimal mg,
            @Nullable String lot,
            @Nullable Integer device,
            @Nullable Boolean greenDots,
            Instant at)
            implements OfSession {}

    record StopDose(
            UUID sessionId,
            BigDecimal givenMg,
            @Nullable BigDecimal wastedMg,
            @Nullable String witness,
            @Nullable Boolean counted,
            Instant at)
            implements OfSession {}

    record RecordChecklist(
            UUID sessionId,
            @Nullable Instant lastFoodAt,
            @Nullable Instant lastLiquidAt,
            @Nullable Instant nasalProductAt,
            boolean rideConfirmed,
            Concomitant concomitant,
            @Nullable BigDecimal weightKg,
            @Nullable String pregnancy,
            Instant at)
            implements OfSession {}

    record RecordVitals(
            UUID sessionId,
            int systolic,
            int diastolic,
            @Nullable Integer heartRate,
            @Nullable Integer spo2,
            @Nullable Integer respiratoryRate,
            Instant at)
            implements OfSession {}

    record RecordAssessment(
            UUID sessionId,
            @Nullable Integer moaas,
            @Nullable Integer cadss,
            @Nullable Boolean respiratoryDepression,
            Instant at)
            implements OfSession {}

    record RecordAdverseEvent(
            UUID sessionId,
            String kind,
            boolean serious,
            @Nullable String description,
            Instant at) implements OfSession {}

    /** {@code rule}: the code of what a prescriber takes on themselves. */
    record GiveOverride(UUID sessionId, String rule, String reason, String by, Instant at) implements OfSession {}

    record LeaveAgainstAdvice(UUID sessionId, Instant at) implements OfSession {}

    record Discharge(UUID sessionId, String by, boolean escort, Instant at) implements OfSession {}

    record AbortSession(UUID sessionId, String reason, Instant at) implements OfSession {}

    record CorrectSession(
            UUID sessionId,
            @Nullable LocalDate on,
            @Nullable BigDecimal doseMg,
            @Nullable Boolean complete,
            @Nullable Boolean counted,
            @Nullable String lot,
            String reason,
            Instant at)
            implements OfSession {}

    record VoidSession(UUID sessionId, String reason, Instant at) implements OfSession {}

    record JudgePartDose(UUID sessionId, boolean counted, String decidedBy, String reason, Instant at)
            implements OfSession {}

    /** {@code explained}: why fields of the form stay empty. */
    record RecordRemsForm(UUID sessionId, FormStep state, List<MissingField> explained, Instant at)
            implements OfSession {
        public RecordRemsForm {
            explained = List.copyOf(explained);
        }
    }

    record RecordFollowUp(
            UUID sessionId,
            String by,
            String outcome,
            @Nullable String note,
            Instant at) implements OfSession {}
}
