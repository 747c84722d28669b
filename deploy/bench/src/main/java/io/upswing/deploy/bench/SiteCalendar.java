package io.upswing.deploy.bench;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A site of forty chairs as the log tells of it. From seven to seven there is time for four nasal treatments on each
 * chair; seven of ten of these times are taken by somebody who comes once a week for twelve weeks.
 */
final class SiteCalendar {
    static final int WEEKS = 12;
    static final BigDecimal DOSE_MG = BigDecimal.valueOf(84);
    private static final int CHAIRS = 40;
    private static final int A_DAY = 4;
    private static final int TIMES_A_WEEK = CHAIRS * 7 * A_DAY;
    private static final int MONITORS = 10;
    private static final int WATCHED_AT_ONCE = 4;
    private static final LocalTime OPENS = LocalTime.of(7, 0);
    private static final LocalTime CLOSES = LocalTime.of(19, 0);

    /** Of 84 mg: check-in, three devices, observation, discharge, turnover. */
    private static final Duration STAY = Duration.ofMinutes(175);

    private static final Duration TURNOVER = Duration.ofMinutes(15);
    private static final Duration FIRST_DEVICE = Duration.ofMinutes(20);
    private static final Duration OBSERVED = Duration.ofMinutes(150);

    /** A time on a chair. */
    record Seat(UUID chair, Instant start) {}

    private final UUID id;
    private final List<UUID> chairs;
    private final List<Integer> taken;

    /** {@code ids}: where the site's and its chairs' come from; they also choose which times are taken. */
    SiteCalendar(Ids ids) {
        id = ids.next();
        chairs = Stream.generate(ids::next).limit(CHAIRS).toList();
        var times = new ArrayList<>(IntStream.range(0, TIMES_A_WEEK).boxed().toList());
        Collections.shuffle(times, new Random(id.getLeastSignificantBits()));
        taken = List.copyOf(times.subList(0, seatsAWeek()));
    }

    UUID id() {
        return id;
    }

    static int seatsAWeek() {
        return TIMES_A_WEEK * 7 / 10;
    }

    /** Opened, with its chairs, ten monitors and a prescriber who are there every day from a date on. */
    List<SchedulingEvent> opening(Ids ids, LocalDate from, int days) {
        var told = new ArrayList<SchedulingEvent>();
        var hours = Stream.of(DayOfWeek.values())
                .map(day -> new OpeningHours(day, OPENS, CLOSES))
                .toList();
        told.add(new SiteOpened(id, "Bench " + id, "UTC", hours, true));
        for (int number = 0; number < CHAIRS; number++) {
            told.add(new ChairAdded(id, chairs.get(number), "Chair " + number, List.of("IN")));
        }
        var duties = from.datesUntil(from.plusDays(days))
                .map(date -> new Duty(at(date, OPENS), at(date, CLOSES)))
                .toList();
        for (int number = 0; number < MONITORS; number++) {
            told.add(shift(ids.next(), "RN " + number, "MONITOR", duties, WATCHED_AT_ONCE));
        }
        told.add(shift(ids.next(), "Dr Osei", "PRESCRIBER", duties, null));
        return told;
    }

    private ShiftAdded shift(UUID shift, String name, String role, List<Duty> duties, @Nullable Integer atOnce) {
        return new ShiftAdded(id, shift, name, name, role, duties, atOnce);
    }

    /** The times of a week that are taken, in no order. */
    List<Seat> seats(LocalDate monday) {
        return taken.stream().map(time -> seat(time, monday)).toList();
    }

    private Seat seat(int time, LocalDate monday) {
        var chair = chairs.get(time / (7 * A_DAY));
        var date = monday.plusDays(time / A_DAY % 7);
        return new Seat(chair, at(date, OPENS).plus(STAY.multipliedBy(time % A_DAY)));
    }

    /** The streams of all who come in the twelve weeks from a Monday on: registered, then booked week by week. */
    Stream<List<SchedulingEvent>> patients(Ids ids, LocalDate monday) {
        return seats(monday).stream().map(first -> patient(ids, first));
    }

    private List<SchedulingEvent> patient(Ids ids, Seat first) {
        var patient = ids.next();
        var course = ids.next();
        var told = new ArrayList<SchedulingEvent>();
        told.add(new PatientRegistered(patient));
        for (int week = 0; week < WEEKS; week++) {
            var seat = new Seat(first.chair(), first.start().plus(Duration.ofDays(7L * week)));
            told.add(booked(ids.next(), patient, course, seat));
        }
        return told;
    }

    private AppointmentBooked booked(UUID appointment, UUID patient, UUID course, Seat seat) {
        var start = seat.start();
        return new AppointmentBooked(
                appointment,
                patient,
                course,
                id,
                seat.chair(),
                "TREATMENT",
                start,
                start.plus(STAY),
                (int) TURNOVER.toMinutes(),
                "UTC",
                DOSE_MG,
                null,
                List.of(),
                new Watch(start.plus(FIRST_DEVICE), start.plus(OBSERVED), true),
                null,
                null);
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }
}
