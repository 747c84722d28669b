package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.Warning;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On generated sites, over both clock changes: every session of a series could have been booked by itself. */
class SeriesOnSitesTest {
    private static final int CASES = 150;
    private static final int DAYS = 90;

    @Test
    void each_session_of_a_series_would_have_been_accepted_as_a_single_booking() {
        var booked = 0;
        for (int seed = 0; seed < CASES; seed++) {
            var world = World.of(new Random(seed));
            var series = world.plan();
            series.ifPresent(world::bookOneByOne);
            booked += series.isPresent() ? 1 : 0;
        }
        assertThat(booked).isBetween(CASES / 4, CASES - 1);
    }

    private record World(CourseAtDesk course, SeriesWish wish, LocalDate today, Site site, List<Occupied> taken) {

        static World of(Random random) {
            var today = LocalDate.of(2026, random.nextBoolean() ? 2 : 10, 1 + random.nextInt(28));
            var schedule = random.nextBoolean() ? ScheduleFixture.esketamine() : ScheduleFixture.infusions();
            var given = new ArrayList<LocalDate>();
            var date = today.minusDays(random.nextInt(20));
            for (int i = random.nextInt(5); i > 0 && date.isBefore(today); i--) {
                given.add(date);
                date = date.plusDays(3);
            }
            var course = DeskFixture.course(schedule, given.toArray(LocalDate[]::new));
            var site = site(today, random);
            var preference = new Preference(
                    random.nextBoolean() ? Set.of() : Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                    random.nextBoolean() ? null : LocalTime.of(9, 0),
                    random.nextBoolean() ? null : LocalTime.of(13, 0));
            var wish = new SeriesWish(
                    id(50),
                    COURSE,
                    today.plusDays(random.nextInt(9)),
                    preference,
                    1 + random.nextInt(6),
                    List.of(),
                    null);
            return new World(course, wish, today, site, taken(today, site, random));
        }

        private static Site site(LocalDate today, Random random) {
            var hours = new ArrayList<OpeningHours>();
            for (var day : DayOfWeek.values()) {
                if (random.nextInt(6) > 0) {
                    hours.add(new OpeningHours(
                            day, LocalTime.of(6 + random.nextInt(4), 0), LocalTime.of(14 + random.nextInt(6), 0)));
                }
            }
            var chairs =
                    List.of(new Chair(id(11), "1", List.of("IN", "IV")), new Chair(id(12), "2", List.of("IN", "IV")));
            var closures = new ArrayList<Span>();
            var shifts = new ArrayList<Shift>();
            for (int day = 0; day < DAYS; day++) {
                var date = today.plusDays(day);
                if (random.nextInt(8) == 0) {
                    closures.add(new Span(at(date, "11:00"), at(date.plusDays(random.nextInt(3)), "12:00")));
                }
                if (random.nextInt(8) > 0) {
                    shifts.add(new Shift(Shift.Role.PRESCRIBER, new Span(at(date, "07:00"), at(date, "18:00")), 0));
                    shifts.add(new Shift(Shift.Role.MONITOR, new Span(at(date, "07:30"), at(date, "17:30")), 1));
                }
            }
            var staffing = new Staffing(random.nextBoolean(), random.nextBoolean(), shifts);
            return new Site(SITE, ZONE, hours, chairs, closures, staffing, Durations.OF_PROTOCOL);
        }

        private static List<Occupied> taken(LocalDate today, Site site, Random random) {
            var taken = new ArrayList<Occupied>();
            for (int day = 0; day < DAYS; day++) {
                for (var chair : site.chairs()) {
                    if (random.nextInt(3) == 0) {
                        var from = at(today.plusDays(day), "08:00").plusSeconds(300L * random.nextInt(90));
                        var to = from.plusSeconds(10_200);
                        taken.add(new Occupied(
                                new Slot(from, to, chair.id()),
                                new Span(from.plusSeconds(1_200), to.minusSeconds(1_500))));
                    }
                }
            }
            return taken;
        }

        Optional<SeriesBooked> plan() {
            try {
                return SeriesPlanning.of(wish, course, PatientFile.of(List.of(registered())), ZONE, at(today, "05:00"))
                        .decide(around -> new Desk(site, taken, null));
            } catch (Refused refused) {
                assertThat(refused.refusal()).isEqualTo(Refusal.NO_SERIES);
                return Optional.empty();
            }
        }

        void bookOneByOne(SeriesBooked series) {
            var history = new ArrayList<SchedulingEvent>(List.of(registered()));
            for (var booked : series.appointments()) {
                var command = new Book(
                        booked.appointmentId(),
                        PATIENT,
                        COURSE,
                        Kind.TREATMENT,
                        booked.start(),
                        booked.chairId(),
                        null,
                        null,
                        null,
                        null,
                        null);
                var alone = BookingDecider.decide(
                        command, PatientFile.of(history), new Desk(site, taken, course), at(today, "05:00"));
                assertThat(alone).isPresent();
                assertThat(alone.get())
                        .isInstanceOfSatisfying(
                                AppointmentBooked.class,
                                one -> assertThat(one)
                                        .usingRecursiveComparison()
                                        .ignoringFields("warnings")
                                        .isEqualTo(booked));
                assertThat(booked.warnings())
                        .extracting(Warning::code)
                        .isSubsetOf(List.of("outside-window", "provisional-window"));
                history.add(booked);
            }
        }
    }
}
