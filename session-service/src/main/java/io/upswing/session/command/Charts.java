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
import io.upswing.session.view.Sessions;
import io.upswing.session.view.Site;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way into and out of the patients' charts: finds the stream, decides on its history, appends. */
@ApplicationScoped
public class Charts {
    private final EventLog<SessionEvent> log;
    private final Courses courses;
    private final Sessions sessions;
    private final Registry registry;
    private final InstantSource clock;

    Charts(EventLog<SessionEvent> log, Courses courses, Sessions sessions, Registry registry, InstantSource clock) {
        this.log = log;
        this.courses = courses;
        this.sessions = sessions;
        this.registry = registry;
        this.clock = clock;
    }

    /** When it happened: as said, or now. */
    public Instant at(@Nullable Instant said) {
        return Objects.requireNonNullElseGet(said, clock::instant);
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
                yield record(request, command, patient.patientId(), site, patient);
            }
            case SessionCommand.CheckIn checkIn -> {
                var place = place(request, checkIn.courseId());
                if (checkIn.appointmentId() != null) {
                    registry.requireAppointment(request.clinic(), place.patientId(), checkIn.appointmentId());
                }
                yield record(request, command, place);
            }
            case SessionCommand.OfCourse ofCourse -> record(request, command, place(request, ofCourse.courseId()));
            case SessionCommand.OfSession ofSession ->
                record(request, command, place(request, courseOf(request.clinic(), ofSession.sessionId())));
        };
    }

    /** @throws Refused when the clinic has no such course */
    public CourseReading course(String clinic, UUID courseId) {
        var place = place(clinic, courseId);
        var patient = registry.remembered(place.patientId()).orElse(null);
        var records = log.history(clinic, place.patientId());
        var chart = chart(records);
        return new CourseReading(
                chart,
                chart.course(courseId),
                records.stream()
                        .filter(each -> courseId.equals(courseOf(each.event())))
                        .toList(),
                occasion(courseId, registry.site(clinic, place.siteId()), patient));
    }

    /** @throws Refused when the clinic has no such session */
    public CourseReading courseOfSession(String clinic, UUID sessionId) {
        return course(clinic, courseOf(clinic, sessionId));
    }

    private Outcome<SessionEvent> record(Request request, SessionCommand command, CoursePlace place) {
        var site = registry.site(request.clinic(), place.siteId());
        var patient = registry.remembered(place.patientId()).orElse(null);
        return record(request, command, place.patientId(), site, patient);
    }

    private Outcome<SessionEvent> record(
            Request request, SessionCommand command, UUID patientId, Site site, @Nullable Patient patient) {
        var occasion = occasion(request.eventId(), site, patient);
        return log.execute(
                request,
                patientId,
                history ->
                        Decider.decide(command, chart(history), occasion).map(event -> Draft.of(event, command.at())));
    }

    private Occasion occasion(UUID eventId, Site site, @Nullable Patient patient) {
        return new Occasion(eventId, clock.instant(), site.zone(), patient == null ? null : patient.birthDate());
    }

    private CoursePlace place(Request request, UUID courseId) {
        return place(request.clinic(), courseId);
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

    private UUID courseOf(String clinic, UUID sessionId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sessions.courseOf(clinic, sessionId))
                .orElseThrow(() -> Refused.noSuch("session"));
    }

    private static Chart chart(List<Recorded<SessionEvent>> records) {
        return Chart.of(records.stream()
                .map(each -> new Happened(each.id(), each.event()))
                .toList());
    }
}
