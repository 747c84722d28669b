package io.upswing.scheduling.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.view.Explanation.Sentence;
import io.upswing.series.Appointment;
import io.upswing.series.CourseFacts;
import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import io.upswing.series.Standing;
import io.upswing.session.events.SessionEvent.AdministrationRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final UUID COURSE = new UUID(1, 1);
    private static final UUID PATIENT = new UUID(1, 2);
    private static final UUID SITE = new UUID(1, 3);
    private static final UUID PRESCRIBED = new UUID(2, 0);

    private CourseFacts facts = CourseFacts.of(
            ScheduleFixture.prescribed(COURSE, PATIENT, SITE, ScheduleFixture.esketamine(), MONDAY), PRESCRIBED);

    private PatientFacts patient = PatientFacts.NONE;

    @Test
    void a_course_not_begun_is_told_from_its_prescription() {
        var explanation = Explanation.of(on(MONDAY.plusDays(20)));

        assertThat(explanation.courseId()).isEqualTo(COURSE);
        assertThat(explanation.asOf()).isEqualTo(MONDAY.plusDays(20));
        assertThat(explanation.text())
                .startsWith("On 2026-03-22 the course follows esk-trd-us, version 1. ")
                .contains("The course was prescribed on 2026-03-02; the first session is due within 7 days")
                .contains("The next session is due for the patient, from 2026-03-02, on 2026-03-09, overdue after"
                        + " 2026-03-16: it is overdue.");
        assertThat(explanation.sentences().getLast()).satisfies(last -> {
            assertThat(last.rule()).isEqualTo("R16");
            assertThat(last.text()).startsWith("For a clinician to decide: ");
            assertThat(last.events()).containsExactly(PRESCRIBED.toString());
        });
        assertThat(explanation.sentences()).extracting(Sentence::rule).containsOnlyOnce("R16");
    }

    @Test
    void the_reasons_come_in_the_order_of_the_rules_and_each_once() {
        given(MONDAY, new UUID(2, 1));
        given(MONDAY.plusDays(3), new UUID(2, 2));
        var standing = on(MONDAY.plusDays(3));
        var explanation = Explanation.of(standing);

        assertThat(explanation.sentences()).doesNotHaveDuplicates();
        assertThat(explanation.sentences())
                .extracting(Sentence::rule)
                .containsSubsequence("asOf", "R1", "R3", "R5", "R6", "R10", "R14", "5", "CHECK_IN");
        assertThat(explanation.sentences())
                .filteredOn(sentence -> sentence.rule().equals("R1"))
                .singleElement()
                .satisfies(counted -> assertThat(counted.events())
                        .containsExactly(new UUID(2, 1).toString(), new UUID(2, 2).toString()));
        assertThat(explanation.sentences()).allSatisfy(sentence -> {
            assertThat(sentence.text()).endsWith(".");
            assertThat(sentence.source()).isNotBlank();
        });
        assertThat(explanation.text())
                .isEqualTo(String.join(
                        " ",
                        explanation.sentences().stream().map(Sentence::text).toList()));
        standing.because().forEach(because -> assertThat(explanation.text()).contains(because.text()));
    }

    @Test
    void what_is_booked_is_said_with_what_is_due() {
        given(MONDAY, new UUID(2, 1));

        assertThat(Explanation.of(on(MONDAY, booked(MONDAY.plusDays(3)))).text())
                .contains("not open yet, and booked.");
        assertThat(Explanation.of(on(MONDAY, booked(MONDAY.plusDays(30)))).text())
                .contains("not open yet, and booked outside its window.");
    }

    @Test
    void what_scores_and_forms_leave_to_do_is_said_with_who_sees_to_it() {
        given(MONDAY, new UUID(2, 1));
        patient = patient.with(
                new MeasureRecorded(
                        PATIENT,
                        COURSE,
                        "PHQ9",
                        null,
                        14,
                        MONDAY.plusDays(1),
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        true),
                new UUID(2, 2));

        assertThat(Explanation.of(on(MONDAY.plusDays(1), booked(MONDAY.plusDays(3))))
                        .text())
                .contains(
                        "The check-in after the last session is due for the patient, on 2026-03-03, overdue after"
                                + " 2026-03-05: it is open.",
                        "The score before the booked session is due for the patient, from 2026-03-04, on 2026-03-05:"
                                + " it is not open yet.",
                        "The monitoring form of a session is due for a nurse, from 2026-03-02, on 2026-03-09: it is"
                                + " open.",
                        "A safety task is due for the prescriber, on 2026-03-03: it is open.",
                        "The decision how to go on after a lapse is due for the prescriber, on 2026-03-31: it is not"
                                + " open yet.");
    }

    @Test
    void of_a_course_that_is_over_nothing_is_due() {
        facts = facts.with(new CourseClosed(COURSE, MONDAY, "moved away"), new UUID(2, 1));

        assertThat(Explanation.of(on(MONDAY)).text())
                .contains("The course has been over since 2026-03-02: no session is due.")
                .doesNotContain("is due for");
    }

    private void given(LocalDate on, UUID event) {
        facts = facts.with(
                new AdministrationRecorded(COURSE, event, SITE, on, new BigDecimal("56"), true, null, null, null, null),
                event);
    }

    private Standing on(LocalDate asOf, Appointment... booked) {
        return DueRules.standing(facts, patient, asOf, List.of(booked));
    }

    private static Appointment booked(LocalDate on) {
        return new Appointment(new UUID(3, 1), on, Appointment.Status.BOOKED);
    }
}
