package io.upswing.scheduling.simulation;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.domain.AppointmentCommand;
import io.upswing.scheduling.domain.AppointmentDecider;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.domain.BookingDecider;
import io.upswing.scheduling.domain.Chair;
import io.upswing.scheduling.domain.ChairTime;
import io.upswing.scheduling.domain.CourseAtDesk;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.Durations;
import io.upswing.scheduling.domain.Occupied;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.domain.Site;
import io.upswing.scheduling.domain.SiteDecider;
import io.upswing.scheduling.domain.Slot;
import io.upswing.scheduling.domain.Staffing;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.series.CourseFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The deciders alone, on a calendar in memory. */
final class PureClinic implements Clinic {
    private static final UUID SITE = new UUID(1, 0);
    private static final int PATIENTS = 12;

    private final Scene scene;
    private final Ledger ledger;
    private final List<UUID> chairs = ids(2, 3);
    private final List<UUID> patients = ids(3, PATIENTS);
    private final Map<UUID, List<SchedulingEvent>> histories = new HashMap<>();
    private final Map<UUID, CourseAtDesk> courses = new HashMap<>();
    private final List<SchedulingEvent> siteHistory = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    /** The ledger gives the desk what stands; it judges independently of what is decided on it. */
    PureClinic(Scene scene, Ledger ledger) {
        this.scene = scene;
        this.ledger = ledger;
        siteHistory.add(new SiteOpened(SITE, "Riverside", scene.zone().getId(), scene.hours(), true));
        var schedule = ScheduleFixture.esketamine();
        patients.forEach(patient -> {
            histories.put(patient, new ArrayList<>(List.of(new PatientRegistered(patient))));
            var prescribed = ScheduleFixture.prescribed(
                    course(patient), patient, SITE, schedule, scene.begin().minusDays(1));
            courses.put(
                    patient, new CourseAtDesk(CourseFacts.of(prescribed, patient), "IN", ChairTime.of(schedule), null));
        });
    }

    private static List<UUID> ids(int kind, int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(kind, i)).toList();
    }

    @Override
    public UUID site() {
        return SITE;
    }

    @Override
    public List<UUID> chairs() {
        return chairs;
    }

    @Override
    public List<UUID> patients() {
        return patients;
    }

    @Override
    public UUID course(UUID patient) {
        return new UUID(4, patient.getLeastSignificantBits());
    }

    @Override
    public void now(Instant later) {
        now = later;
    }

    @Override
    public Optional<SchedulingEvent> book(Book command) {
        return decide(command);
    }

    @Override
    public Optional<SchedulingEvent> move(Move command) {
        return decide(command);
    }

    private Optional<SchedulingEvent> decide(BookingCommand command) {
        var history = file(command.patientId());
        var decided = BookingDecider.decide(command, PatientFile.of(history), desk(command), now);
        decided.ifPresent(history::add);
        return decided;
    }

    @Override
    public void cancel(UUID appointment, UUID patient) {
        var history = file(patient);
        var command = new AppointmentCommand.Cancel(appointment, AppointmentCommand.By.PATIENT, "a cold");
        AppointmentDecider.decide(command, patient, PatientFile.of(history), now)
                .ifPresent(history::add);
    }

    private List<SchedulingEvent> file(UUID patient) {
        return histories.computeIfAbsent(patient, unknown -> new ArrayList<>());
    }

    @Override
    public void change(OfSite fact) {
        SiteDecider.decide(fact, siteHistory).ifPresent(siteHistory::add);
    }

    private Desk desk(BookingCommand command) {
        var taken = ledger.standing().values().stream()
                .filter(entry -> !entry.id().equals(command.appointmentId()))
                .map(entry ->
                        new Occupied(new Slot(entry.time().from(), entry.time().to(), entry.chair()), entry.watched()))
                .toList();
        return new Desk(asItIs(), taken, courses.get(command.patientId()));
    }

    private Site asItIs() {
        return new Site(
                SITE,
                scene.zone(),
                scene.hours(),
                chairs.stream()
                        .map(id -> new Chair(id, id.toString(), List.of("IN")))
                        .toList(),
                List.copyOf(ledger.closures().values()),
                new Staffing(ledger.limited(Role.MONITOR), ledger.limited(Role.PRESCRIBER), ledger.onDuty()),
                Durations.OF_PROTOCOL);
    }
}
