package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.desk;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.SeriesReplanned;
import io.upswing.scheduling.events.SchedulingEvent.SpacingOverride;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What becomes of the rest of a series; sessions are on Mondays and Thursdays at nine. */
class ReplanningTest {
    private static final CourseAtDesk THREE_GIVEN = esketamine(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7));

    /** DOMAIN scenario 2: the session of 12 March was missed, and it is Friday, 13 March. */
    @Test
    void a_missed_session_is_made_up_and_the_others_stay() {
        var replanned = given(history("2026-03-16", "2026-03-19", "2026-03-23", "2026-03-26"))
                .when(replanning(THREE_GIVEN, at(LocalDate.of(2026, 3, 13), "07:00")))
                .thenA(SeriesReplanned.class);

        assertThat(dates(replanned.booked())).containsExactly("2026-03-13");
        assertThat(replanned.booked().getFirst().start()).isEqualTo(at(LocalDate.of(2026, 3, 13), "09:00"));
        assertThat(replanned.booked().getFirst().doseMg()).isEqualTo("56");
        assertThat(replanned.moved()).isEmpty();
        assertThat(replanned.cancelled()).isEmpty();
    }

    @Test
    void a_series_that_fits_is_left_as_it_is() {
        given(history("2026-03-12", "2026-03-16", "2026-03-19", "2026-03-23", "2026-03-26"))
                .when(replanning(THREE_GIVEN, at(MONDAY.plusDays(8), "07:00")))
                .thenNothing();
    }

    /** The appointment of a session that was given is still there: one session, which is not to be counted twice. */
    @Test
    void a_session_that_was_given_today_is_counted_once() {
        var replanned = given(history("2026-03-09", "2026-03-12", "2026-03-16", "2026-03-19", "2026-03-23"))
                .when(replanning(THREE_GIVEN, at(MONDAY.plusDays(7), "18:00")))
                .thenA(SeriesReplanned.class);

        assertThat(dates(replanned.booked())).containsExactly("2026-03-26");
        assertThat(replanned.moved()).isEmpty();
        assertThat(replanned.cancelled()).isEmpty();
    }

    @Test
    void what_no_longer_fits_is_moved_and_as_little_as_possible() {
        var late = esketamine(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7), MONDAY.plusDays(12));
        var replanned = given(history("2026-03-15", "2026-03-19", "2026-03-23", "2026-03-26"))
                .when(replanning(late, at(MONDAY.plusDays(12), "18:00")))
                .thenA(SeriesReplanned.class);

        assertThat(replanned.moved())
                .extracting(moved -> moved.start().atZone(ZONE).toLocalDate().toString())
                .containsExactly("2026-03-17");
        assertThat(replanned.booked()).isEmpty();
        assertThat(replanned.cancelled()).isEmpty();
    }

    @Test
    void what_a_prescriber_took_on_themselves_is_left_where_it_is() {
        var late = esketamine(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7), MONDAY.plusDays(12));
        var history = history("2026-03-15", "2026-03-19", "2026-03-23", "2026-03-26");
        history[1] = overruled(booked(id(100), LocalDate.of(2026, 3, 15)));

        given(history).when(replanning(late, at(MONDAY.plusDays(12), "18:00"))).thenNothing();
    }

    @Test
    void who_is_here_before_the_start_is_not_moved() {
        var late = esketamine(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7), MONDAY.plusDays(12));
        var now = at(LocalDate.of(2026, 3, 15), "08:50");
        var series = given(history("2026-03-15", "2026-03-19", "2026-03-23", "2026-03-26"));

        assertThat(series.when(replanning(late, now))
                        .thenA(SeriesReplanned.class)
                        .moved())
                .hasSize(1);
        series.cameTo(id(100), new Stage.Arrived(now))
                .when(replanning(late, now))
                .thenNothing();
    }

    /** Of all that was booked only a session of last week is left. */
    @Test
    void what_is_booked_after_the_last_has_its_dose() {
        var replanned = given(history("2026-03-09"))
                .when(replanning(THREE_GIVEN, at(MONDAY.plusDays(8), "07:00")))
                .thenA(SeriesReplanned.class);

        assertThat(replanned.booked())
                .hasSize(5)
                .allSatisfy(booked -> assertThat(booked.doseMg()).isEqualTo("56"));
    }

    private static SchedulingEvent overruled(AppointmentBooked plain) {
        return new AppointmentBooked(
                plain.appointmentId(),
                plain.patientId(),
                plain.courseId(),
                plain.siteId(),
                plain.chairId(),
                plain.kind(),
                plain.start(),
                plain.end(),
                plain.turnoverMinutes(),
                plain.zone(),
                plain.doseMg(),
                null,
                List.of(),
                plain.watch(),
                null,
                new SpacingOverride("flies on the 16th", "Dr. Example"));
    }

    @Test
    void what_the_phase_plans_no_longer_is_called_off() {
        var replanned = given(
                        history("2026-03-12", "2026-03-16", "2026-03-19", "2026-03-23", "2026-03-26", "2026-03-29"))
                .when(replanning(THREE_GIVEN, at(MONDAY.plusDays(8), "07:00")))
                .thenA(SeriesReplanned.class);

        assertThat(replanned.cancelled())
                .extracting(AppointmentCancelled::appointmentId)
                .containsExactly(id(105));
        assertThat(replanned.moved()).isEmpty();
        assertThat(replanned.booked()).isEmpty();
    }

    @Test
    void what_is_booked_ahead_for_the_phase_that_follows_stays() {
        given(history("2026-03-12", "2026-03-16", "2026-03-19", "2026-03-23", "2026-03-26", "2026-04-02"))
                .when(replanning(THREE_GIVEN, at(MONDAY.plusDays(8), "07:00")))
                .thenNothing();
    }

    @Test
    void what_lies_before_the_day_from_which_it_is_planned_stays() {
        var wish = new ReplanWish(id(60), COURSE, LocalDate.of(2026, 3, 17), Preference.ANY);
        var replanned = given(history("2026-03-16", "2026-03-18", "2026-03-23", "2026-03-26"))
                .when(file -> Replanning.of(wish, THREE_GIVEN, file, ZONE, at(LocalDate.of(2026, 3, 13), "07:00"))
                        .decide(around -> desk())
                        .map(event -> event))
                .thenA(SeriesReplanned.class);

        assertThat(replanned.moved()).isEmpty();
        assertThat(dates(replanned.booked())).containsExactly("2026-03-30");
    }

    @Test
    void the_event_frees_before_it_takes() {
        var late = esketamine(MONDAY, MONDAY.plusDays(3), MONDAY.plusDays(7), MONDAY.plusDays(12));
        var replanned = given(history("2026-03-15", "2026-03-16", "2026-03-19", "2026-03-23", "2026-03-26"))
                .when(replanning(late, at(MONDAY.plusDays(12), "18:00")))
                .thenA(SeriesReplanned.class);

        assertThat(replanned.parts().getFirst()).isInstanceOf(AppointmentCancelled.class);
        assertThat(replanned.parts()).noneMatch(AppointmentMoved.class::isInstance);
    }

    /** Appointments 100, 101, … */
    private static SchedulingEvent[] history(String... dates) {
        var history = new ArrayList<SchedulingEvent>(List.of(registered()));
        for (int i = 0; i < dates.length; i++) {
            history.add(booked(id(100 + i), LocalDate.parse(dates[i])));
        }
        return history.toArray(SchedulingEvent[]::new);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> replanning(CourseAtDesk course, Instant now) {
        var wish = new ReplanWish(id(60), COURSE, LocalDate.EPOCH, Preference.ANY);
        return file -> Replanning.of(wish, course, file, ZONE, now)
                .decide(around -> desk())
                .map(event -> event);
    }

    private static List<String> dates(List<AppointmentBooked> booked) {
        return booked.stream()
                .map(one -> one.start().atZone(ZONE).toLocalDate().toString())
                .toList();
    }
}
