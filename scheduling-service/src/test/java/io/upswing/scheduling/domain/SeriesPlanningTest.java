package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.desk;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.Warning;
import io.upswing.series.CourseFacts;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CoursePaused;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is booked of a series, and why nothing is. */
class SeriesPlanningTest {
    private static final LocalDate[] EIGHT = {
        MONDAY.minusDays(28),
        MONDAY.minusDays(25),
        MONDAY.minusDays(21),
        MONDAY.minusDays(18),
        MONDAY.minusDays(14),
        MONDAY.minusDays(11),
        MONDAY.minusDays(7),
        MONDAY.minusDays(4)
    };

    @Test
    void an_induction_that_is_still_to_begin_is_booked_twice_a_week_at_one_hour_across_the_clock_change() {
        var series = plan(esketamine(), wish(Preference.ANY));

        assertThat(dates(series))
                .containsExactly(
                        "2026-03-02",
                        "2026-03-05",
                        "2026-03-09",
                        "2026-03-12",
                        "2026-03-16",
                        "2026-03-19",
                        "2026-03-23",
                        "2026-03-26");
        assertThat(series.appointments())
                .allSatisfy(booked -> assertThat(time(booked)).isEqualTo(LocalTime.of(8, 0)))
                .allSatisfy(booked -> assertThat(booked.chairId()).isEqualTo(FIRST));
        assertThat(series.appointments().subList(1, 8))
                .allSatisfy(booked -> assertThat(booked.warnings()).isEmpty());
        assertThat(series.appointments())
                .extracting(AppointmentBooked::appointmentId)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_clock_change_of_autumn_leaves_the_hour_too() {
        var day1 = LocalDate.of(2026, 10, 12);
        var course = DeskFixture.course(ScheduleFixture.esketamine(), day1);
        var series = given(registered())
                .when(planning(course, wish(day1, Preference.ANY, null), desk(), at(day1.plusDays(1), "07:00")))
                .thenA(SeriesBooked.class);

        assertThat(dates(series)).contains("2026-10-29", "2026-11-02").hasSize(7);
        assertThat(series.appointments())
                .allSatisfy(booked -> assertThat(time(booked)).isEqualTo(LocalTime.of(8, 0)));
    }

    @Test
    void the_days_and_hours_that_are_preferred_are_kept() {
        var preference =
                new Preference(Set.of(DayOfWeek.TUESDAY, DayOfWeek.FRIDAY), LocalTime.of(10, 30), LocalTime.of(12, 0));
        var series = plan(esketamine(), wish(preference));

        assertThat(dates(series))
                .startsWith("2026-03-03", "2026-03-06", "2026-03-10", "2026-03-13")
                .hasSize(8);
        assertThat(series.appointments())
                .allSatisfy(booked -> assertThat(time(booked)).isBetween(LocalTime.of(10, 30), LocalTime.of(11, 55)));
    }

    @Test
    void what_is_booked_stays_and_the_rest_is_planned_around_it_at_its_hour() {
        var series = given(registered(), booked(OTHER, MONDAY.plusDays(3)))
                .when(planning(esketamine(), wish(Preference.ANY), desk(), NOW))
                .thenA(SeriesBooked.class);

        assertThat(dates(series))
                .containsExactly(
                        "2026-03-02",
                        "2026-03-09",
                        "2026-03-12",
                        "2026-03-16",
                        "2026-03-19",
                        "2026-03-23",
                        "2026-03-26");
        assertThat(series.appointments())
                .allSatisfy(booked -> assertThat(time(booked)).isEqualTo(LocalTime.of(9, 0)));
    }

    /** The appointment of a session that was given is still there: one session, which is not to be counted twice. */
    @Test
    void a_session_that_was_given_today_is_counted_once() {
        var series = given(registered(), booked(OTHER, MONDAY))
                .when(planning(esketamine(MONDAY), wish(Preference.ANY), desk(), at(MONDAY, "13:00")))
                .thenA(SeriesBooked.class);

        assertThat(dates(series)).hasSize(7).doesNotContain("2026-03-02");
    }

    @Test
    void a_day_that_is_full_gives_way_to_the_next_and_the_week_after_is_as_usual() {
        var thursday = MONDAY.plusDays(3);
        var series = given(registered())
                .when(planning(esketamine(), wish(Preference.ANY), desk(allDay(thursday, FIRST, SECOND)), NOW))
                .thenA(SeriesBooked.class);

        assertThat(dates(series)).startsWith("2026-03-02", "2026-03-06", "2026-03-09", "2026-03-12");
    }

    @Test
    void what_goes_beyond_an_undecided_gate_is_booked_and_provisional() {
        var seven = Arrays.copyOf(EIGHT, 7);
        var series = plan(esketamine(seven), wish(MONDAY, Preference.ANY, 3));

        assertThat(dates(series)).containsExactly("2026-03-02", "2026-03-09", "2026-03-16");
        assertThat(series.appointments().subList(1, 3))
                .allSatisfy(booked ->
                        assertThat(booked.warnings()).extracting(Warning::code).containsExactly("provisional-window"));
    }

    @Test
    void a_series_that_is_late_begins_when_it_is_asked_for_and_says_so() {
        var series = plan(esketamine(MONDAY.minusDays(20)), wish(MONDAY.plusDays(2), Preference.ANY, 2));

        assertThat(dates(series)).containsExactly("2026-03-04", "2026-03-06");
        assertThat(series.appointments().getFirst().warnings())
                .extracting(Warning::code)
                .containsExactly("outside-window");
    }

    @Test
    void from_in_the_past_is_today() {
        assertThat(dates(plan(esketamine(), wish(MONDAY.minusDays(90), Preference.ANY, 1))))
                .containsExactly("2026-03-02");
    }

    @Test
    void a_taper_has_an_interval_of_its_own_for_each_visit() {
        var wish = new SeriesWish(id(50), COURSE, MONDAY, Preference.ANY, null, List.of(7, 14, 14), null);

        assertThat(dates(plan(maintenance(), wish))).containsExactly("2026-03-05", "2026-03-19", "2026-04-02");
    }

    @Test
    void intervals_between_the_visits_leave_the_first_to_the_courses_own() {
        var wish = new SeriesWish(id(50), COURSE, MONDAY, Preference.ANY, 3, List.of(28, 28), null);

        assertThat(dates(plan(maintenance(), wish))).containsExactly("2026-03-12", "2026-04-09", "2026-05-07");
    }

    @Test
    void an_interval_that_the_phase_does_not_allow_is_refused() {
        refused(
                maintenance(),
                new SeriesWish(id(50), COURSE, MONDAY, Preference.ANY, 1, List.of(85), null),
                Refusal.INTERVAL_NOT_ALLOWED);
        refused(
                esketamine(),
                new SeriesWish(id(50), COURSE, MONDAY, Preference.ANY, 1, List.of(7), null),
                Refusal.INTERVAL_NOT_ALLOWED);
    }

    @Test
    void an_open_phase_does_not_say_how_many() {
        refused(maintenance(), wish(MONDAY, Preference.ANY, null), Refusal.COUNT_REQUIRED);
        assertThat(dates(plan(maintenance(), wish(MONDAY, Preference.ANY, 2))))
                .containsExactly("2026-03-12", "2026-03-26");
    }

    @Test
    void nothing_is_left_to_book_of_a_phase_that_is_given() {
        refused(esketamine(EIGHT), wish(MONDAY, Preference.ANY, null), Refusal.NOTHING_PLANNED);
    }

    @Test
    void a_paused_course_and_a_patient_nobody_knows_are_refused_as_a_single_booking_is() {
        var course = esketamine();
        var paused = with(course, course.facts().with(new CoursePaused(COURSE, MONDAY, "surgery"), id(97)));

        refused(paused, wish(Preference.ANY), Refusal.COURSE_PAUSED);
        given().when(planning(course, wish(Preference.ANY), desk(), NOW)).thenRefused(Refusal.NO_SUCH_PATIENT);
    }

    @Test
    void too_far_ahead_is_refused() {
        refused(esketamine(), wish(MONDAY.plusYears(3), Preference.ANY, null), Refusal.TOO_FAR_AHEAD);
    }

    @Test
    void every_date_that_fails_is_named_with_its_reason_and_the_plan_without_preferences_offered() {
        var saturdays = new Preference(Set.of(DayOfWeek.SATURDAY), null, null);
        var refused = given(registered())
                .when(planning(esketamine(), wish(saturdays), desk(), NOW))
                .thenRefused(Refusal.NO_SERIES);

        assertThat(refused.failed())
                .containsExactly(
                        new Failed(LocalDate.parse("2026-03-07"), Refusal.OUTSIDE_HOURS),
                        new Failed(LocalDate.parse("2026-03-14"), Refusal.OUTSIDE_HOURS));
        assertThat(refused.alternatives()).hasSize(8);
    }

    @Test
    void where_no_plan_is_possible_at_all_the_nearest_free_starts_are_offered() {
        var taken = new ArrayList<Slot>();
        for (int day = 4; day < 20; day++) {
            taken.addAll(List.of(allDay(MONDAY.plusDays(day), FIRST, SECOND)));
        }
        var refused = given(registered())
                .when(planning(
                        esketamine(MONDAY),
                        wish(MONDAY.plusDays(2), Preference.ANY, null),
                        desk(taken.toArray(Slot[]::new)),
                        NOW))
                .thenRefused(Refusal.NO_SERIES);

        assertThat(refused.failed()).contains(new Failed(LocalDate.parse("2026-03-09"), Refusal.SLOT_TAKEN));
        assertThat(refused.alternatives()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, SLOT_TAKEN", "1, PATIENT_ALREADY_BOOKED"})
    void a_chair_that_is_taken_and_a_patient_who_is_elsewhere_are_told_apart(int elsewhere, Refusal why) {
        var tuesday = MONDAY.plusDays(8);
        var preference = new Preference(Set.of(DayOfWeek.TUESDAY), LocalTime.of(9, 0), LocalTime.of(10, 0));
        var consultation = consultation(tuesday);
        var history = elsewhere == 1
                ? new SchedulingEvent[] {registered(), consultation}
                : new SchedulingEvent[] {registered()};
        var desk = elsewhere == 1 ? desk() : desk(allDay(tuesday, FIRST, SECOND));
        var refused = given(history)
                .when(planning(
                        esketamine(MONDAY.plusDays(1)),
                        wish(MONDAY.plusDays(5), preference, 1),
                        desk,
                        at(MONDAY.plusDays(2), "07:00")))
                .thenRefused(Refusal.NO_SERIES);

        assertThat(refused.failed()).containsExactly(new Failed(tuesday, why));
    }

    /** A talk that is shorter than a chair is cleaned is none to be missed either. */
    @ParameterizedTest
    @CsvSource({"09:05", "09:15", "09:20"})
    void nobody_is_treated_while_they_talk_to_somebody(String until) {
        var thursday = MONDAY.plusDays(3);
        var talk = consultation(thursday, "09:00", until);
        var series = given(registered(), talk)
                .when(planning(esketamine(MONDAY), wish(thursday, Preference.ANY, 1), desk(), at(MONDAY, "13:00")))
                .thenA(SeriesBooked.class);

        assertThat(series.appointments())
                .allSatisfy(one -> assertThat(one.start().isBefore(talk.end())
                                && talk.start().isBefore(one.end().minusSeconds(900)))
                        .isFalse());
    }

    private static AppointmentBooked consultation(LocalDate date) {
        return consultation(date, "08:00", "17:00");
    }

    private static AppointmentBooked consultation(LocalDate date, String from, String until) {
        var treatment = booked(OTHER, date);
        return new AppointmentBooked(
                OTHER,
                treatment.patientId(),
                null,
                treatment.siteId(),
                FIRST,
                "CONSULTATION",
                at(date, from),
                at(date, until),
                0,
                ZONE.getId(),
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static Slot[] allDay(LocalDate date, UUID... chairs) {
        return Arrays.stream(chairs)
                .map(chair -> new Slot(at(date, "08:00"), at(date, "17:00"), chair))
                .toArray(Slot[]::new);
    }

    /** Infusions every fortnight, the last on 26 February. */
    private static CourseAtDesk maintenance() {
        var given = new LocalDate[] {
            MONDAY.minusDays(21),
            MONDAY.minusDays(18),
            MONDAY.minusDays(14),
            MONDAY.minusDays(11),
            MONDAY.minusDays(7),
            MONDAY.minusDays(4)
        };
        var course = DeskFixture.course(ScheduleFixture.infusions(), given);
        var continued = new BenefitDecided(COURSE, "CONTINUE", MONDAY.minusDays(4), "Dr. Example", 14, null, null);
        return with(course, course.facts().with(continued, id(96)));
    }

    private static CourseAtDesk with(CourseAtDesk course, CourseFacts facts) {
        return new CourseAtDesk(facts, course.route(), course.chairTime(), course.orderedMg());
    }

    private static void refused(CourseAtDesk course, SeriesWish wish, Refusal refusal) {
        given(registered()).when(planning(course, wish, desk(), NOW)).thenRefused(refusal);
    }

    private static SeriesBooked plan(CourseAtDesk course, SeriesWish wish) {
        return given(registered()).when(planning(course, wish, desk(), NOW)).thenA(SeriesBooked.class);
    }

    private static SeriesWish wish(Preference preference) {
        return wish(MONDAY, preference, null);
    }

    private static SeriesWish wish(LocalDate from, Preference preference, @Nullable Integer count) {
        return new SeriesWish(id(50), COURSE, from, preference, count, List.of(), null);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> planning(
            CourseAtDesk course, SeriesWish wish, Desk desk, Instant now) {
        return file -> SeriesPlanning.of(wish, course, file, ZONE, now)
                .decide(around -> desk)
                .map(event -> event);
    }

    private static List<String> dates(SeriesBooked series) {
        return series.appointments().stream()
                .map(booked -> booked.start().atZone(ZONE).toLocalDate().toString())
                .toList();
    }

    private static LocalTime time(AppointmentBooked booked) {
        return booked.start().atZone(ZONE).toLocalTime();
    }
}
