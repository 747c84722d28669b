package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.domain.Stay.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningsTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate SPRING = LocalDate.of(2026, 3, 9);
    private static final LocalDate AUTUMN = LocalDate.of(2026, 11, 2);

    /** 84 mg: 20 minutes until the first dose, 130 watched, 10 until the patient leaves, 15 of turnover. */
    private static final Stay TREATMENT = new Stay(
            Duration.ofMinutes(175),
            Duration.ofMinutes(15),
            new Watching(Duration.ofMinutes(20), Duration.ofMinutes(150), true));

    private static final Stay HALF_HOUR = new Stay(Duration.ofMinutes(30), Duration.ZERO, null);

    @ParameterizedTest
    @CsvSource({"07:55, OUTSIDE_HOURS", "08:00,", "14:05,", "14:10, OUTSIDE_HOURS"})
    void a_stay_begins_and_ends_within_hours_to_the_minute(String start, @Nullable Obstacle obstacle) {
        assertThat(free(DeskFixture.site()).obstacle(at(TUESDAY, start)).orElse(null))
                .isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({"09:05,", "09:10, SITE_CLOSED", "12:55, SITE_CLOSED", "13:00,"})
    void a_stay_touches_a_closure_and_does_not_reach_into_it(String start, @Nullable Obstacle obstacle) {
        var site = DeskFixture.site().closedFor(span(TUESDAY, "12:00", "13:00"));

        assertThat(free(site).obstacle(at(TUESDAY, start)).orElse(null)).isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({"09:05,", "09:10, SLOT_TAKEN", "12:55, SLOT_TAKEN", "13:00,"})
    void a_stay_touches_what_its_chair_is_taken_for_and_does_not_reach_into_it(String start, @Nullable Obstacle why) {
        var taken = new Occupied(new Slot(at(TUESDAY, "12:00"), at(TUESDAY, "13:00"), FIRST), null);

        assertThat(of(DeskFixture.site(), List.of(taken), TREATMENT)
                        .obstacle(at(TUESDAY, start))
                        .orElse(null))
                .isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({"08:35, NO_PRESCRIBER", "08:40,", "13:30,", "13:35, NO_PRESCRIBER"})
    void a_prescriber_is_there_from_the_first_dose_until_observation_ends(String start, @Nullable Obstacle obstacle) {
        var site = staffed(new Shift(Role.PRESCRIBER, span(TUESDAY, "09:00", "16:00"), 0));

        assertThat(free(site).obstacle(at(TUESDAY, start)).orElse(null)).isEqualTo(obstacle);
    }

    @ParameterizedTest
    @CsvSource({"08:00,", "08:05, NO_MONITOR", "12:25, NO_MONITOR", "12:30,"})
    void a_monitor_has_room_as_long_as_the_patient_is_watched(String start, @Nullable Obstacle obstacle) {
        var site = staffed(
                new Shift(Role.PRESCRIBER, span(TUESDAY, "08:00", "17:00"), 0),
                new Shift(Role.MONITOR, span(TUESDAY, "08:00", "17:00"), 1));
        var watched = span(TUESDAY, "10:30", "12:50");
        var taken = new Occupied(new Slot(at(TUESDAY, "10:10"), at(TUESDAY, "13:15"), SECOND), watched);

        assertThat(of(site, List.of(taken), TREATMENT)
                        .obstacle(at(TUESDAY, start))
                        .orElse(null))
                .isEqualTo(obstacle);
    }

    @Test
    void a_role_of_which_no_shift_was_ever_recorded_limits_nobody() {
        var site = DeskFixture.site();
        var many = List.of(new Occupied(
                new Slot(at(TUESDAY, "09:00"), at(TUESDAY, "12:00"), SECOND), span(TUESDAY, "09:00", "12:00")));

        assertThat(of(site, many, TREATMENT).obstacle(at(TUESDAY, "09:00"))).isEmpty();
    }

    @Test
    void starts_are_on_the_five_minute_grid_from_the_moment_on() {
        var starts =
                of(DeskFixture.site(), List.of(), HALF_HOUR)
                        .on(TUESDAY, at(TUESDAY, "09:00").plusSeconds(1))
                        .stream()
                        .map(opening -> opening.slot().start())
                        .toList();

        assertThat(starts.getFirst()).isEqualTo(at(TUESDAY, "09:05"));
        assertThat(starts.getLast()).isEqualTo(at(TUESDAY, "16:30"));
        assertThat(starts).hasSize(90).isSorted();
    }

    @Test
    void the_chair_is_chosen_that_strands_the_least_time() {
        var taken = new Occupied(new Slot(at(TUESDAY, "08:30"), at(TUESDAY, "09:00"), SECOND), null);

        var beside = of(DeskFixture.site(), List.of(taken), HALF_HOUR).at(at(TUESDAY, "09:00"));
        var stranding = of(DeskFixture.site(), List.of(taken), HALF_HOUR).at(at(TUESDAY, "09:20"));

        assertThat(beside.orElseThrow().stranded()).isZero();
        assertThat(stranding.orElseThrow().slot().chairId()).isEqualTo(FIRST);
    }

    /** The clocks change in the night before. */
    @Test
    void hours_are_local_times_on_both_sides_of_a_clock_change() {
        assertThat(starts(DeskFixture.site(), SPRING).getFirst()).isEqualTo(Instant.parse("2026-03-09T12:00:00Z"));
        assertThat(starts(DeskFixture.site(), SPRING.minusDays(3)).getFirst())
                .isEqualTo(Instant.parse("2026-03-06T13:00:00Z"));
        assertThat(starts(DeskFixture.site(), AUTUMN).getFirst()).isEqualTo(Instant.parse("2026-11-02T13:00:00Z"));
        assertThat(starts(DeskFixture.site(), AUTUMN.minusDays(3)).getFirst())
                .isEqualTo(Instant.parse("2026-10-30T12:00:00Z"));
    }

    @Test
    void a_day_has_23_24_or_25_hours_and_no_stay_passes_its_midnight() {
        var always = DeskFixture.everyDay("00:00", "00:00");

        assertThat(starts(always, SPRING.minusDays(1))).hasSize(23 * 12 - 5);
        assertThat(starts(always, SPRING)).hasSize(24 * 12 - 5);
        assertThat(starts(always, AUTUMN.minusDays(1))).hasSize(25 * 12 - 5).doesNotHaveDuplicates();
        assertThat(free(always).obstacle(at(TUESDAY, "23:00"))).contains(Obstacle.OUTSIDE_HOURS);
    }

    @Test
    void a_closure_from_midnight_to_midnight_takes_that_day_and_no_more() {
        var site = DeskFixture.everyDay("00:00", "00:00");
        var closed = site.closedFor(site.day(SPRING.minusDays(1)));

        assertThat(starts(closed, SPRING.minusDays(1))).isEmpty();
        assertThat(starts(closed, SPRING.minusDays(2))).isEqualTo(starts(site, SPRING.minusDays(2)));
        assertThat(starts(closed, SPRING)).isEqualTo(starts(site, SPRING));
    }

    private static List<Instant> starts(Site site, LocalDate date) {
        return of(site, List.of(), HALF_HOUR).on(date, Instant.EPOCH).stream()
                .map(Opening::slot)
                .map(Slot::start)
                .toList();
    }

    private static Site staffed(Shift... shifts) {
        return DeskFixture.staffed(DeskFixture.site(), shifts);
    }

    private static Openings free(Site site) {
        return of(site, List.of(), TREATMENT);
    }

    /** Of a treatment on the first chair, or of anything shorter on either. */
    private static Openings of(Site site, List<Occupied> taken, Stay stay) {
        var chairs = site.chairs().subList(0, stay.equals(TREATMENT) ? 1 : 2);
        return new Openings(site, chairs, taken, stay);
    }

    private static Span span(LocalDate date, String from, String to) {
        return new Span(at(date, from), at(date, to));
    }
}
