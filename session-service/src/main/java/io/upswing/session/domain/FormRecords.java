package io.upswing.session.domain;

import io.upswing.session.domain.Session.GivenDose;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.Discharged;
import io.upswing.session.events.SessionEvent.DoseStopped;
import io.upswing.session.events.SessionEvent.OfSession;
import io.upswing.session.events.SessionEvent.RemsEnrolmentRecorded;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the monitoring form from the records of its session; nothing is taken from another session. */
final class FormRecords {
    /** The doses that have a box of their own. */
    private static final List<String> BOXES = List.of("56", "84");

    private static final Concomitant NOT_ASKED = new Concomitant(null, null, null, null);

    private final Course course;
    private final Session session;

    FormRecords(Course course, Session session) {
        this.course = course;
        this.session = session;
    }

    RemsForm form(@Nullable LocalDate birthDate) {
        var readings = FormReadings.of(schedule(), session, standing(VitalsRecorded.class), session.endedAt());
        return new RemsForm(
                course.prescribed().patientId(),
                birthDate,
                concomitant(),
                session.siteId(),
                session.treatmentDate(),
                dose(),
                lots(),
                isEveryLotKnown(),
                totalMinutes(),
                minimumMet(),
                readings.before(),
                readings.at40Minutes(),
                readings.atCompletion(),
                occurred(assessment ->
                        assessment.moaas() == null ? null : (Boolean) Recovery.isSedated(assessment.moaas())),
                occurred(assessment ->
                        assessment.cadss() == null ? null : (Boolean) Recovery.isDissociated(assessment.cadss())),
                occurred(AssessmentRecorded::respiratoryDepression),
                standing(AdverseEventRecorded.class)
                        .filter(AdverseEventRecorded::serious)
                        .toList(),
                isFirst(),
                enrolmentConfirmedOn(),
                standing(Discharged.class).map(Discharged::by).findFirst().orElse(null));
    }

    private Schedule schedule() {
        return course.schedule(session.treatmentDate());
    }

    /** In the order in which they were recorded. */
    private <E extends OfSession> Stream<E> standing(Class<E> kind) {
        return course.standing(kind).filter(event -> event.sessionId().equals(session.id()));
    }

    private Concomitant concomitant() {
        return Checklist.answers(SessionRecords.of(course, session.id()))
                .map(ChecklistRecorded::concomitant)
                .orElse(NOT_ASKED);
    }

    private String dose() {
        var mg = givenMg().stripTrailingZeros().toPlainString();
        return BOXES.contains(mg) ? mg : "other " + mg;
    }

    /** Of a dose that was stopped what reached the patient, unless that was set right since. */
    private BigDecimal givenMg() {
        return session.correctedMg() != null
                ? session.givenMg()
                : standing(DoseStopped.class)
                        .map(DoseStopped::givenMg)
                        .findFirst()
                        .orElseGet(session::givenMg);
    }

    /** A lot that was corrected, or entered, is that of the whole session. */
    private List<String> lots() {
        return session.lot() != null
                ? List.of(session.lot())
                : session.doses().stream()
                        .map(GivenDose::lot)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
    }

    private boolean isEveryLotKnown() {
        var dosesHaveOne = session.doses().stream().noneMatch(dose -> dose.lot() == null);
        return session.lot() != null || (dosesHaveOne && !session.doses().isEmpty());
    }

    private @Nullable Integer totalMinutes() {
        var first = session.firstDoseAt();
        var end = session.endedAt();
        return first == null || end == null
                ? null
                : (Integer) (int) Duration.between(first, end).toMinutes();
    }

    /** A session entered in one record says how long it was observed, not from when to when. */
    private @Nullable Boolean minimumMet() {
        var until = Observation.endsAt(schedule(), session);
        var end = session.endedAt();
        return until == null || end == null ? enteredMinimumMet() : (Boolean) !end.isBefore(until);
    }

    private @Nullable Boolean enteredMinimumMet() {
        return standing(AdministrationRecorded.class)
                .map(AdministrationRecorded::observationMinutes)
                .filter(Objects::nonNull)
                .map(minutes -> minutes >= schedule().observation().minutes())
                .findFirst()
                .orElse(null);
    }

    /** Whether it was ever seen from the first device on; null where nobody looked. */
    private @Nullable Boolean occurred(Function<AssessmentRecorded, @Nullable Boolean> seen) {
        var first = session.firstDoseAt();
        return standing(AssessmentRecorded.class)
                .filter(assessment -> first == null || !assessment.at().isBefore(first))
                .map(seen)
                .filter(Objects::nonNull)
                .reduce(Boolean::logicalOr)
                .orElse(null);
    }

    /** Of two on one date the one that was recorded first. */
    private boolean isFirst() {
        return course.sessions().values().stream()
                .filter(each -> !each.isVoided() && each.givenMg().signum() > 0)
                .min(Comparator.comparing(Session::treatmentDate))
                .filter(first -> first.id().equals(session.id()))
                .isPresent();
    }

    private @Nullable LocalDate enrolmentConfirmedOn() {
        var latest = course.latest(RemsEnrolmentRecorded.class, RemsEnrolmentRecorded::on, session.treatmentDate());
        return latest != null && Enrolment.valueOf(latest.state()) == Enrolment.CONFIRMED ? latest.on() : null;
    }
}
