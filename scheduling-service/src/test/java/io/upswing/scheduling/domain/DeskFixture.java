package io.upswing.scheduling.domain;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.series.CourseFacts;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A site in New York, open from 8 to 17 on workdays, with two nasal chairs and one for infusions. */
final class DeskFixture {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final UUID PATIENT = id(1);
    static final UUID COURSE = id(2);
    static final UUID SITE = id(3);
    static final UUID FIRST = id(4);
    static final UUID SECOND = id(5);
    static final UUID INFUSIONS = id(6);
    static final UUID APPOINTMENT = id(7);
    static final UUID OTHER = id(8);
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Instant NOW = at(MONDAY, "07:00");

    private static final UUID ANY_EVENT = id(99);

    private DeskFixture() {}

    static UUID id(int number) {
        return new UUID(0, number);
    }

    static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    static Site site() {
        return site("08:00", "17:00");
    }

    static Site site(String opens, String closes) {
        return open(5, opens, closes);
    }

    static Site everyDay(String opens, String closes) {
        return open(7, opens, closes);
    }

    static Site staffed(Site site, Shift... shifts) {
        var roles = Arrays.stream(shifts).map(Shift::role).toList();
        var staffing = new Staffing(roles.contains(Role.MONITOR), roles.contains(Role.PRESCRIBER), List.of(shifts));
        return new Site(
                site.id(), site.zone(), site.hours(), site.chairs(), site.closures(), staffing, site.durations());
    }

    private static Site open(int days, String opens, String closes) {
        var hours = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() <= days)
                .map(day -> new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes)))
                .toList();
        return new Site(
                SITE,
                ZONE,
                hours,
                List.of(
                        new Chair(FIRST, "1", List.of("IN")),
                        new Chair(SECOND, "2", List.of("IN", "IM")),
                        new Chair(INFUSIONS, "3", List.of("IV"))),
                List.of(),
                Staffing.UNLIMITED,
                Durations.OF_PROTOCOL);
    }

    static Desk desk(Slot... taken) {
        return new Desk(site(), occupied(taken), null);
    }

    static Desk desk(CourseAtDesk course, Slot... taken) {
        return new Desk(site(), occupied(taken), course);
    }

    static List<Occupied> occupied(Slot... taken) {
        return Arrays.stream(taken).map(slot -> new Occupied(slot, null)).toList();
    }

    /** A course prescribed on the Monday, with sessions given on these dates. */
    static CourseAtDesk esketamine(LocalDate... given) {
        return course(ScheduleFixture.esketamine(), given);
    }

    static CourseAtDesk course(Schedule schedule, LocalDate... given) {
        var facts = CourseFacts.of(
                ScheduleFixture.prescribed(COURSE, PATIENT, SITE, schedule, MONDAY.minusDays(60)), ANY_EVENT);
        for (var date : given) {
            var session = UUID.nameUUIDFromBytes(date.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            facts = facts.with(
                    new AdministrationRecorded(
                            COURSE, session, SITE, date, new BigDecimal("56"), true, null, null, null, null),
                    session);
        }
        return new CourseAtDesk(facts, schedule.route(), ChairTime.of(schedule), null);
    }

    /** The same course after its benefit gate was extended. */
    static CourseAtDesk extended(CourseAtDesk course, LocalDate on, LocalDate reviewOn) {
        var decided = new BenefitDecided(COURSE, "EXTEND", on, "Dr. Example", null, reviewOn, null);
        return new CourseAtDesk(
                course.facts().with(decided, id(98)), course.route(), course.chairTime(), course.orderedMg());
    }

    static SchedulingEvent registered() {
        return new PatientRegistered(PATIENT);
    }

    /** A treatment of the course at nine. */
    static AppointmentBooked booked(UUID appointmentId, LocalDate date) {
        return new AppointmentBooked(
                appointmentId,
                PATIENT,
                COURSE,
                SITE,
                FIRST,
                "TREATMENT",
                at(date, "09:00"),
                at(date, "11:50"),
                15,
                ZONE.getId(),
                new BigDecimal("56"),
                null,
                List.of(),
                null,
                null,
                null);
    }
}
