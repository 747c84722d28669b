package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 5: what is pending, between which dates, for whom, and what of it is booked. */
class DueItemsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-03, UPCOMING",
        "2026-03-04, PENDING",
        "2026-03-06, PENDING",
        "2026-03-07, DUE",
        "2026-03-09, DUE",
        "2026-03-10, OVERDUE",
    })
    void the_next_session(String asOf, DueItem.State state) {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02");
        var item = item(course.standing(asOf), DueItem.Kind.SESSION);

        assertThat(text(item)).isEqualTo("PATIENT 2026-03-04 2026-03-06 2026-03-09 " + state);
        assertThat(item.subject()).isEqualTo(CourseFixture.id(1).toString());
        assertThat(item.because()).extracting(Because::rule).containsExactly("R10");
    }

    @Test
    void the_first_session_is_about_the_course() {
        var item = item(course("esk-trd-us", "2026-03-02").standing("2026-03-01"), DueItem.Kind.SESSION);

        assertThat(text(item)).isEqualTo("PATIENT 2026-03-02 2026-03-09 2026-03-16 UPCOMING");
        assertThat(item.subject()).isEqualTo(CourseFixture.COURSE.toString());
    }

    @Test
    void in_an_open_phase_it_is_called_maintenance() {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");

        assertThat(text(item(course.standing("2026-04-24"), DueItem.Kind.MAINTENANCE)))
                .isEqualTo("PATIENT 2026-04-27 2026-04-30 2026-05-03 UPCOMING");
    }

    @Test
    void the_item_of_a_provisional_window_is_listed_as_such() {
        assertThat(item(PhasesTest.induced().standing("2026-03-28"), DueItem.Kind.SESSION)
                        .provisional())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-25, ", "2026-03-26, PENDING", "2026-03-29, PENDING", "2026-03-30, OVERDUE"})
    void a_gate_is_for_the_prescriber_from_its_opening_on(String asOf, DueItem.State state) {
        var items = PhasesTest.induced().standing(asOf).dueItems().stream()
                .filter(item -> item.kind() == DueItem.Kind.GATE)
                .map(DueItemsTest::text);

        if (state == null) {
            assertThat(items).isEmpty();
        } else {
            assertThat(items).containsExactly("PRESCRIBER 2026-03-26 2026-03-29 2026-03-29 " + state);
        }
    }

    @Test
    void an_extended_gate_is_listed_ahead_of_its_review_and_ends_when_decided() {
        var course = PhasesTest.induced().extended("2026-03-27", "2026-04-06");

        assertThat(text(item(course.standing("2026-03-28"), DueItem.Kind.GATE)))
                .isEqualTo("PRESCRIBER 2026-04-06 2026-04-06 2026-04-06 UPCOMING");
        assertThat(course.continued("2026-04-06").standing("2026-04-06").dueItems())
                .extracting(DueItem::kind)
                .doesNotContain(DueItem.Kind.GATE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, UPCOMING",
        "2026-03-03, PENDING",
        "2026-03-04, DUE",
        "2026-03-05, DUE",
        "2026-03-06, OVERDUE"
    })
    void the_day_after_a_session_the_patient_is_asked(String asOf, DueItem.State state) {
        var item = item(course("esk-trd-us", "2026-03-02").given("2026-03-02").standing(asOf), DueItem.Kind.CHECK_IN);

        assertThat(text(item)).isEqualTo("PATIENT 2026-03-03 2026-03-03 2026-03-05 " + state);
        assertThat(item.subject()).isEqualTo(CourseFixture.id(1).toString());
    }

    @Test
    void a_check_in_ends_when_it_is_recorded_or_with_the_next_session() {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02");
        UUID second = course.nextId();
        course.given("2026-03-05");

        assertThat(item(course.standing("2026-03-05"), DueItem.Kind.CHECK_IN).subject())
                .isEqualTo(second.toString());
        course.followedUp(second, "2026-03-06");
        assertThat(course.standing("2026-03-05").dueItems())
                .extracting(DueItem::kind)
                .contains(DueItem.Kind.CHECK_IN);
        assertThat(course.standing("2026-03-06").dueItems())
                .extracting(DueItem::kind)
                .doesNotContain(DueItem.Kind.CHECK_IN);
    }

    @Test
    void a_part_dose_that_does_not_count_is_followed_up_too() {
        var course = course("esk-trd-us", "2026-03-02").givenInPart("2026-03-02", null);

        assertThat(course.standing("2026-03-03").dueItems())
                .extracting(DueItem::kind)
                .containsExactly(DueItem.Kind.SESSION, DueItem.Kind.CHECK_IN, DueItem.Kind.REMS_FORM);
    }

    @Test
    void the_end_of_a_course_ends_every_item_but_forms_and_safety_tasks() {
        var stopped = PhasesTest.induced()
                .alarming("PHQ9", 4, "2026-03-26", CourseFixture.COURSE)
                .stopped("2026-03-27")
                .standing("2026-03-27");

        assertThat(stopped.dueItems())
                .extracting(DueItem::kind)
                .containsOnly(DueItem.Kind.REMS_FORM, DueItem.Kind.SAFETY);
        assertThat(PhasesTest.induced()
                        .completed("2026-03-27")
                        .standing("2026-03-27")
                        .state())
                .isEqualTo(Standing.State.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-05, 2026-03-03, true, ",
        "2026-03-05, 2026-03-05, true, ",
        "2026-03-05, 2026-03-06, false, ",
        "2026-03-03, 2026-03-03, true, true",
        "2026-03-10, 2026-03-03, true, true",
        "2026-03-02, 2026-03-02, false, ",
    })
    void a_booked_appointment_is_named_until_it_has_gone_by(
            String bookedOn, String asOf, boolean named, Boolean outside) {
        var course = course("esk-trd-us", "2026-03-02").given("2026-03-02");
        var appointment = course.nextId();
        var item = item(course.booked(bookedOn).standing(asOf), DueItem.Kind.SESSION);

        assertThat(item.appointmentId()).isEqualTo(named ? appointment : null);
        assertThat(item.bookedOutsideWindow()).isEqualTo(outside);
    }

    @Test
    void of_several_appointments_the_first_to_come_is_for_the_next_session() {
        var course = course("esk-trd-us", "2026-03-02")
                .given("2026-03-02")
                .booked("2026-03-09")
                .noShow("2026-03-04");
        var appointment = course.nextId();
        course.booked("2026-03-05");

        assertThat(item(course.standing("2026-03-04"), DueItem.Kind.SESSION).appointmentId())
                .isEqualTo(appointment);
    }

    private static DueItem item(Standing standing, DueItem.Kind kind) {
        return standing.dueItems().stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String text(DueItem item) {
        return item.audience() + " " + item.from() + " " + item.on() + " " + item.overdueAfter() + " " + item.state();
    }
}
