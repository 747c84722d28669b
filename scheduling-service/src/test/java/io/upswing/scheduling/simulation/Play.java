package io.upswing.scheduling.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Roster;
import io.upswing.scheduling.domain.Shift;
import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.domain.Slot;
import io.upswing.scheduling.domain.Span;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.ClosureAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureRemoved;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import io.upswing.scheduling.simulation.Ledger.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Three weeks of a clinic, drawn from a seed: it books, moves, cancels, closes, and staff come and go. Whatever is placed is
 * held against the ledger, whatever is refused as well, and so is whatever is named as free instead.
 */
final class Play {
    private static final Duration OF_CONSULTATION = Duration.ofMinutes(30);
    private static final int GRID = 5;

    private final Scene scene;
    private final Clinic clinic;
    private final Ledger ledger;
    private final Random random;
    private Instant now;
    private int placed;
    private int refused;

    Play(long seed, Scene scene, Clinic clinic, Ledger ledger) {
        this.scene = scene;
        this.clinic = clinic;
        this.ledger = ledger;
        this.random = new Random(seed);
        this.now = scene.begin().atTime(6, 0).atZone(scene.zone()).toInstant();
    }

    int placed() {
        return placed;
    }

    int refused() {
        return refused;
    }

    void run(int steps) {
        clinic.now(now);
        for (int day = 0; day < 7 && random.nextInt(4) > 0; day++) {
            addShift(Role.MONITOR, scene.begin().plusDays(day));
            addShift(Role.PRESCRIBER, scene.begin().plusDays(day));
        }
        for (int i = 0; i < steps; i++) {
            step();
            now = now.plus(Duration.ofDays(20).dividedBy(steps));
            clinic.now(now);
        }
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0 -> close();
            case 1 -> open();
            case 2 -> addShift(Role.MONITOR, date());
            case 3 -> addShift(Role.PRESCRIBER, date());
            case 4 -> callOff();
            case 5, 6 -> cancel();
            case 7, 8, 9, 10 -> move();
            case 11, 12, 13 -> consult();
            default -> treat();
        }
    }

    private void treat() {
        var dose = one(List.of("", "56", "84"));
        var devices = dose.equals("56") ? 2 : 3;
        var start = time();
        var observed = Duration.ofMinutes(20 + GRID * (devices - 1) + 120);
        var patient = one(clinic.patients());
        var command = new Book(
                id(),
                patient,
                clinic.course(patient),
                Kind.TREATMENT,
                start,
                anyChair(),
                dose.isEmpty() ? null : new BigDecimal(dose),
                null,
                overbook(),
                null,
                null);
        var wanted = new Entry(
                command.appointmentId(),
                patient,
                chairOf(command),
                true,
                new Span(start, start.plus(observed).plusSeconds(25 * 60)),
                start.plus(observed).plusSeconds(10 * 60),
                new Span(start.plusSeconds(20 * 60), start.plus(observed)),
                true,
                false);
        ask(command, wanted, command.overbookReason() != null, () -> clinic.book(command));
    }

    private void consult() {
        var start = time();
        var command = new Book(
                id(),
                one(clinic.patients()),
                null,
                Kind.CONSULTATION,
                start,
                anyChair(),
                null,
                null,
                overbook(),
                null,
                null);
        var wanted = new Entry(
                command.appointmentId(),
                command.patientId(),
                chairOf(command),
                false,
                new Span(start, start.plus(OF_CONSULTATION)),
                start.plus(OF_CONSULTATION),
                null,
                false,
                false);
        ask(command, wanted, command.overbookReason() != null, () -> clinic.book(command));
    }

    private void move() {
        any(ledger.standing().values()).ifPresent(entry -> {
            var command = new Move(entry.id(), entry.patient(), time(), anyChair(), null, null);
            ask(command, entry.at(command.start(), chairOf(command)), false, () -> clinic.move(command));
        });
    }

    private void ask(
            BookingCommand command, Entry wanted, boolean overbook, Supplier<Optional<SchedulingEvent>> decision) {
        try {
            decision.get().ifPresent(this::place);
        } catch (Refused refusal) {
            refused++;
            judge(refusal, command, wanted, overbook);
        }
    }

    private void place(SchedulingEvent event) {
        placed++;
        var entry = switch (event) {
            case AppointmentBooked booked -> Entry.of(booked);
            case AppointmentMoved moved -> standing(moved.appointmentId()).moved(moved);
            default -> throw new IllegalStateException("Places nothing: " + event);
        };
        var faults = faults(entry);
        if (entry.overbooked()) {
            assertThat(faults).as("overbooked without need: %s", entry).isNotEmpty();
            faults.removeAll(Ledger.OVERBOOKED);
        }
        assertThat(faults).as("%s", entry).isEmpty();
        ledger.standing().put(entry.id(), entry);
    }

    private Entry standing(UUID id) {
        return Objects.requireNonNull(ledger.standing().get(id));
    }

    /** Nothing is refused that could have been had, and what is named instead can be had. */
    private void judge(Refused refusal, BookingCommand command, Entry wanted, boolean overbook) {
        if (wanted.time().from().isBefore(now)) {
            return;
        }
        var chairs = command.chairId() == null ? clinic.chairs() : List.of(command.chairId());
        for (var chair : chairs) {
            var faults = faults(wanted.at(command.start(), chair));
            if (overbook) {
                faults.removeAll(Ledger.OVERBOOKED);
            }
            assertThat(faults).as("%s: %s", refusal.getMessage(), wanted).isNotEmpty();
        }
        for (Slot slot : refusal.alternatives()) {
            assertThat(slot.start()).isAfterOrEqualTo(now);
            assertThat(faults(wanted.at(slot.start(), slot.chairId())))
                    .as("%s for %s", slot, wanted)
                    .isEmpty();
        }
    }

    private Set<Fault> faults(Entry entry) {
        return ledger.faults(entry, now.atZone(scene.zone()).toLocalDate());
    }

    private void cancel() {
        any(ledger.standing().values()).ifPresent(entry -> {
            clinic.cancel(entry.id(), entry.patient());
            ledger.standing().remove(entry.id());
        });
    }

    /** Some hours, or a day or two from midnight to midnight. */
    private void close() {
        var date = date();
        var whole = random.nextBoolean();
        var from = whole ? date.atStartOfDay(scene.zone()).toInstant() : time();
        var to = whole
                ? date.plusDays(1 + random.nextInt(2))
                        .atStartOfDay(scene.zone())
                        .toInstant()
                : from.plusSeconds(300L * (1 + random.nextInt(40)));
        var added = new ClosureAdded(clinic.site(), id(), from, to, "repairs");
        clinic.change(added);
        ledger.closures().put(added.closureId(), new Span(from, to));
    }

    private void open() {
        any(ledger.closures().keySet()).ifPresent(closure -> {
            clinic.change(new ClosureRemoved(clinic.site(), closure));
            ledger.closures().remove(closure);
        });
    }

    private void addShift(Role role, LocalDate date) {
        var from = date.atTime(LocalTime.of(5 + random.nextInt(6), GRID * random.nextInt(12)))
                .atZone(scene.zone())
                .toInstant();
        var first = new Duty(from, from.plusSeconds(300L * (36 + random.nextInt(120))));
        var duties = Roster.weekly(first, scene.zone(), date.plusDays(7L * random.nextInt(4)));
        var patients = role == Role.MONITOR ? 1 + random.nextInt(3) : null;
        var shift = id();
        var added = new ShiftAdded(clinic.site(), shift, shift.toString(), "Noor", role.name(), duties, patients);
        clinic.change(added);
        ledger.add(
                added.shiftId(),
                duties.stream()
                        .map(duty -> new Shift(role, new Span(duty.from(), duty.to()), patients == null ? 0 : patients))
                        .toList());
    }

    /** All of a shift, or one of its times. */
    private void callOff() {
        any(ledger.shifts().keySet()).ifPresent(shift -> {
            var duties = Objects.requireNonNull(ledger.shifts().get(shift));
            if (duties.isEmpty()) {
                return;
            }
            var gone = random.nextBoolean() ? one(duties) : null;
            clinic.change(new ShiftRemoved(
                    clinic.site(), shift, gone == null ? null : gone.time().from()));
            ledger.add(
                    shift,
                    duties.stream().filter(duty -> gone != null && duty != gone).toList());
        });
    }

    /** Today or in the days after it, and again and again when the clocks change. */
    private LocalDate date() {
        var today = now.atZone(scene.zone()).toLocalDate();
        return random.nextInt(4) == 0 && !scene.change().isBefore(today)
                ? scene.change()
                : today.plusDays(random.nextInt(9));
    }

    private Instant time() {
        var minutes = random.nextInt(3) == 0 ? random.nextInt(288) : 84 + random.nextInt(120);
        return date().atStartOfDay()
                .plusMinutes((long) GRID * minutes)
                .atZone(scene.zone())
                .toInstant();
    }

    private @Nullable UUID anyChair() {
        return random.nextBoolean() ? null : one(clinic.chairs());
    }

    private UUID chairOf(BookingCommand command) {
        var chair = command.chairId();
        return chair == null ? clinic.chairs().getFirst() : chair;
    }

    private @Nullable String overbook() {
        return random.nextInt(10) == 0 ? "in need" : null;
    }

    private <T> Optional<T> any(Collection<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(one(List.copyOf(some)));
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
