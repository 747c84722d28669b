package io.upswing.session.domain;

import io.upswing.series.SessionFact;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.Dose;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session with all that bears on it: the patient's chart, its course, its own records, the patient's weight.
 * {@code fact}: what the due rules know of it; null once it was voided.
 */
public record Visit(
        Chart chart,
        Course course,
        Session session,
        SessionRecords records,
        @Nullable SessionFact fact,
        @Nullable Weight weight,
        @Nullable LocalDate birthDate) {

    public static Visit of(Chart chart, Course course, Session session, @Nullable LocalDate birthDate) {
        var fact = course.facts().given().sessions().stream()
                .filter(each -> each.id().equals(session.id()))
                .findFirst();
        return new Visit(
                chart,
                course,
                session,
                SessionRecords.of(course, session.id()),
                fact.orElse(null),
                Weight.latest(chart, session),
                birthDate);
    }

    /** What the course is held to on the day of the session. */
    public Schedule schedule() {
        return course.schedule(session.treatmentDate());
    }

    /** The dose ordered for the session, in mg or in mg per kg. */
    @Nullable
    Dose ordered() {
        return DoseRules.ordered(course, session, birthDate);
    }

    /** Null without an order, and while it waits for a weight. */
    public @Nullable BigDecimal orderedMg() {
        var ordered = ordered();
        if (ordered == null || ordered.mg() != null) {
            return ordered == null ? null : ordered.mg();
        }
        return weight == null || ordered.mgPerKg() == null ? null : weight.mg(ordered.mgPerKg());
    }

    public SessionFact.Given given() {
        return fact == null ? SessionFact.Given.NONE : fact.given();
    }

    public CarePhase care() {
        if (!session.isRunning()) {
            return CarePhase.OVER;
        }
        if (session.doses().isEmpty()) {
            return CarePhase.ARRIVED;
        }
        return given() == SessionFact.Given.FULL || session.stop() != null ? CarePhase.OBSERVED : CarePhase.DOSING;
    }

    /** What is asked before the dose is judged as of the first dose, or as of now while there is none. */
    public Instant doseTime(Instant now) {
        var first = session.firstDoseAt();
        return first == null ? now : first;
    }

    /** Whether the protocol's observation is over at that instant. */
    boolean isObservedUntil(Instant at) {
        var observation = Observation.of(this);
        return observation != null && !at.isBefore(observation.endsAt());
    }

    /** Whether anybody assessed the patient between the first dose and that instant; before it nothing had to resolve. */
    boolean isAssessedBy(Instant at) {
        var first = session.firstDoseAt();
        return first != null
                && records.assessments().stream()
                        .map(AssessmentRecorded::at)
                        .anyMatch(assessed -> !assessed.isBefore(first) && !assessed.isAfter(at));
    }

    List<VitalsRecorded> vitalsBeforeDose() {
        var first = session.firstDoseAt();
        return records.vitals().stream()
                .filter(reading -> first == null || !reading.at().isAfter(first))
                .toList();
    }

    List<VitalsRecorded> vitalsAfterDose() {
        var first = session.firstDoseAt();
        return records.vitals().stream()
                .filter(reading -> first != null && reading.at().isAfter(first))
                .toList();
    }

    boolean isPartDoseUnjudged() {
        return fact != null && fact.given() == SessionFact.Given.PART && fact.counted() == null;
    }
}
