package io.upswing.scheduling.simulation;

import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.command.AppointmentBook.Place;
import io.upswing.scheduling.command.SiteBook;
import io.upswing.scheduling.domain.AppointmentCommand;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The commands of the service, on its log and its database. */
final class RecordedClinic implements Clinic {
    private static final int PATIENTS = 12;

    /** What of the service a clinic is run with. */
    record Service(AppointmentBook appointments, SiteBook sites, SessionTopic sessions, TestClock clock) {}

    private final Service service;
    private final ClinicFixture clinic = ClinicFixture.fresh();
    private final UUID site = UUID.randomUUID();
    private final List<UUID> chairs;
    private final Map<UUID, UUID> courses = new HashMap<>();

    RecordedClinic(Scene scene, Service service) {
        this.service = service;
        now(scene.begin().atStartOfDay(scene.zone()).toInstant());
        clinic.as("nurse"); // once it is ready
        service.sites()
                .handle(
                        request(),
                        new SiteOpened(site, "Riverside", scene.zone().getId(), scene.hours(), true));
        chairs = List.of(clinic.chair(site, "1", "IN"), clinic.chair(site, "2", "IN"), clinic.chair(site, "3", "IN"));
        for (int i = 0; i < PATIENTS; i++) {
            var patient = clinic.patient();
            courses.put(patient, prescribed(patient, scene.begin().minusDays(1)));
        }
    }

    private UUID prescribed(UUID patient, LocalDate on) {
        return clinic.prescribe(service.sessions(), patient, site, on);
    }

    @Override
    public UUID site() {
        return site;
    }

    @Override
    public List<UUID> chairs() {
        return chairs;
    }

    @Override
    public List<UUID> patients() {
        return courses.keySet().stream().sorted().toList();
    }

    @Override
    public UUID course(UUID patient) {
        return Objects.requireNonNull(courses.get(patient));
    }

    @Override
    public void now(Instant now) {
        service.clock().set(now);
    }

    @Override
    public Optional<SchedulingEvent> book(Book command) {
        return event(service.appointments().handle(request(), command, new Place(site, command.courseId())));
    }

    @Override
    public Optional<SchedulingEvent> move(Move command) {
        return event(service.appointments().handle(request(), command));
    }

    @Override
    public void cancel(UUID appointment, UUID patient) {
        var command = new AppointmentCommand.Cancel(appointment, AppointmentCommand.By.PATIENT, "a cold");
        service.appointments().handle(request(), patient, command);
    }

    @Override
    public void change(OfSite fact) {
        service.sites().handle(request(), fact);
    }

    private Request request() {
        return new Request(clinic.clinic(), "desk", UUID.randomUUID(), null, null);
    }

    private static Optional<SchedulingEvent> event(Outcome<SchedulingEvent> outcome) {
        return switch (outcome) {
            case Outcome.Logged<SchedulingEvent>(var recorded) -> Optional.of(recorded.event());
            case Outcome.Pending<SchedulingEvent>(var recorded, var repeated) -> Optional.of(recorded.event());
            case Outcome.Repeated<SchedulingEvent>(var recorded) -> Optional.of(recorded.event());
            case Outcome.Unchanged<SchedulingEvent> _ -> Optional.empty();
        };
    }
}
