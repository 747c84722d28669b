package io.upswing.session.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.session.domain.Chart;
import io.upswing.session.domain.Decider;
import io.upswing.session.domain.Happened;
import io.upswing.session.domain.Measure;
import io.upswing.session.domain.Occasion;
import io.upswing.session.domain.Refused;
import io.upswing.session.domain.SessionCommand;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfPatient;
import io.upswing.session.events.SessionEvent.OfProtocol;
import io.upswing.session.view.CoursePlace;
import io.upswing.session.view.Courses;
import io.upswing.session.view.Patient;
import io.upswing.session.view.SafetyTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way into and out of the patients' charts: finds the stream, decides on its history, appends. */
@ApplicationScoped
public class Charts {
    /** Where a day begins first: who is treated nowhere yet may be anywhere. */
    private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

    private final EventLog<SessionEvent> log;
    private final Courses courses;
    private final SafetyTasks safetyTasks;
    private final Registry registry;
    private final InstantSource clock;

    Charts(
            EventLog<SessionEvent> log,
            Courses courses,
            SafetyTasks safetyTasks,
            Registry registry,
            InstantSource clock) {
        this.log = log;
        this.courses = courses;
        this.safetyTasks = safetyTasks;
        this.registry = registry;
        this.clock = clock;
    }

    /** When it happened: as said, or now. */
    public Instant at(@Nullable Instant said) {
        return Objects.requireNonNullElseGet(said, clock::instant);
    }

    /** A patient whom the registry knows, of any clinic: their link says who comes. */
    public Optional<Patient> patient(UUID patientId) {
        return QuarkusTransaction.requiringNew().call(() -> registry.known(patientId));
    }

    /** Whether a request was answered with an event. */
    public boolean isAnswered(String clinic, UUID eventId) {
        return log.find(clinic, eventId).isPresent();
    }

    /** The date where the patient was treated last; of who was treated nowhere yet, that in UTC. */
    public LocalDate today(String clinic, UUID patientId) {
        var zone = zone(clinic, patientId);
        return clock.instant()
                .atZone(zone.equals(EASTERNMOST) ? ZoneOffset.UTC : zone)
                .toLocalDate();
    }

    /**
     * Carries a command out.
     *
     * @throws Refused when it may not be; nothing is recorded then
     */
    public Outcome<SessionEvent> record(Request request, SessionCommand command) {
        return switch (command) {
            case SessionCommand.Prescribe prescribe -> {
                var patient = registry.patient(request.clinic(), prescribe.patientId());
                var site = registry.site(request.clinic(), prescribe.siteId());
                yield record(request, command, patient.patientId(), site.zone(), patient.birthDate());
            }
            case SessionCommand.CheckIn checkIn -> {
                var place = place(request.clinic(), checkIn.courseId());
                if (checkIn.appointmentId() != null) {
                    registry.requireAppointment(request.clinic(), place.patientId(), checkIn.appointmentId());
                }
                yield record(request, command, place);
            }
            case SessionCommand.RecordMeasure measure -> {
                var patient = registry.patient(request.clinic(), measure.patientId());
                var zone = zone(request.clinic(), patient.patientId());
                yield record(request, command, patient.patientId(), zone, patient.birthDate());
            }
            case SessionCommand.CloseSafetyTask close -> {
                var patientId = patientOf(request.clinic(), close.taskId());
                yield record(request, command, patientId, zone(request.clinic(), patientId), null);
            }
            case SessionCommand.OfCourse ofCourse ->
                record(request, command, place(request.clinic(), ofCourse.courseId()));
            case SessionCommand.OfSession ofSession ->
                record(request, command, placeOfSession(request.clinic(), ofSession.sessionId()));
        };
    }

    /** @throws Refused when the clinic has no such course */
    public CourseReading course(String clinic, UUID courseId) {
        return read(clinic, place(clinic, courseId));
    }

    private CourseReading read(String clinic, CoursePlace place) {
        var courseId = place.courseId();
        var records = log.history(clinic, place.patientId());
        var chart = chart(records);
        return new CourseReading(
                chart,
                chart.course(courseId),
                records.stream()
                        .filter(each -> courseId.equals(courseOf(each.event())))
                        .toList(),
                occasion(courseId, zone(clinic, place), place.birthDate()));
    }

    /**
     * The scores of a patient, oldest first.
     *
     * @throws Refused when the clinic has no such patient
     */
    public List<Measure> measures(String clinic, UUID patientId) {
        registry.patient(clinic, patientId);
        return chart(log.history(clinic, patientId)).measures();
    }

    /** @throws Refused when the clinic has no such session */
    public CourseReading courseOfSession(String clinic, UUID sessionId) {
        return read(clinic, placeOfSession(clinic, sessionId));
    }

    private Outcome<SessionEvent> record(Request request, SessionCommand command, CoursePlace place) {
        return record(request, command, place.patientId(), zone(request.clinic(), place), place.birthDate());
    }

    private Outcome<SessionEvent> record(
            Request request, SessionCommand command, UUID patientId, ZoneId zone, @Nullable LocalDate birthDate) {
        var occasion = occasion(request.eventId(), zone, birthDate);
        return log.execute(
                request,
                patientId,
                history ->
                        Decider.decide(command, chart(history), occasion).map(event -> Draft.of(event, command.at())));
    }

    /** That of the latest course. */
    private ZoneId zone(String clinic, UUID patientId) {
        return chart(log.history(clinic, patientId))
                .latestCourse(course -> true)
                .map(course ->
                        registry.site(clinic, course.prescribed().siteId()).zone())
                .orElse(EASTERNMOST);
    }

    private ZoneId zone(String clinic, CoursePlace place) {
        return place.timeZone() == null ? registry.site(clinic, place.siteId()).zone() : ZoneId.of(place.timeZone());
    }

    private Occasion occasion(UUID eventId, ZoneId zone, @Nullable LocalDate birthDate) {
        return new Occasion(eventId, clock.instant(), zone, birthDate);
    }

    private CoursePlace place(String clinic, UUID courseId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> courses.find(clinic, courseId))
                .orElseThrow(() -> Refused.noSuch("course"));
    }

    private static @Nullable UUID courseOf(SessionEvent event) {
        return switch (event) {
            case OfCourse ofCourse -> ofCourse.courseId();
            case OfPatient ofPatient -> ofPatient.courseId();
            case OfProtocol _ -> null;
        };
    }

    private CoursePlace placeOfSession(String clinic, UUID sessionId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> courses.ofSession(clinic, sessionId))
                .orElseThrow(() -> Refused.noSuch("session"));
    }

    private UUID patientOf(String clinic, UUID taskId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> safetyTasks.patientOf(clinic, taskId))
                .orElseThrow(() -> Refused.noSuch("safety task"));
    }

    private static Chart chart(List<Recorded<SessionEvent>> records) {
        return Chart.of(records.stream()
                .map(each -> new Happened(each.id(), each.event()))
                .toList());
    }
}
