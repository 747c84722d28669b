package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.PATIENT;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.NOW;
import static io.upswing.session.domain.DeciderSpec.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.domain.SessionCommand.RecordMeasure;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuresTest {
    private static final LocalDate BEFORE_DAY_1 = LocalDate.of(2026, 3, 1);
    private static final DeciderSpec NO_COURSE = given();
    private static final DeciderSpec DAY_1 = given(prescribed("esk-trd-us"), administered("2026-03-02"));

    @ParameterizedTest
    @CsvSource({
        "PHQ9, 20, 10, true, false",
        "PHQ9, 19, 10, false, false",
        "PHQ9, 20, 9, true, false",
        "PHQ9, 20, 5, true, false",
        "PHQ9, 20, 4, true, true",
        "MADRS, 24, 12, true, true",
        "MADRS, 24, 13, false, false"
    })
    void scenario_21_response_and_remission_at_their_boundaries(
            Instrument instrument, int baseline, int score, boolean response, boolean remission) {
        var measured = taken(DAY_1.and(before(instrument, baseline)), total(instrument, score));

        assertThat(measured.baseline()).isEqualTo(baseline);
        assertThat(measured.response()).isEqualTo(response);
        assertThat(measured.remission()).isEqualTo(remission);
    }

    @Test
    void scenario_21_the_cut_off_is_the_protocols() {
        var iv = given(prescribed("iv-racemic-series"));

        assertThat(taken(DAY_1, total(Instrument.MADRS, 12)).remission()).isTrue();
        assertThat(taken(iv, total(Instrument.MADRS, 12)).remission()).isFalse();
        assertThat(taken(iv, total(Instrument.MADRS, 12)).remissionCutOff()).isEqualTo(10);
    }

    @Test
    void scenario_21_the_baseline_is_from_before_the_first_dose() {
        var worseLater = measured(Instrument.PHQ9, 24, LocalDate.of(2026, 3, 5));

        assertThat(taken(DAY_1.and(before(Instrument.PHQ9, 20), worseLater), total(Instrument.PHQ9, 11))
                        .response())
                .isFalse();
    }

    @Test
    void a_score_of_day_1_is_a_response_to_nothing() {
        var onDay1 = new RecordMeasure(PATIENT, null, Instrument.PHQ9, null, 8, LocalDate.of(2026, 3, 2), NOW);

        assertThat(taken(DAY_1.and(before(Instrument.PHQ9, 20)), onDay1).response())
                .isNull();
    }

    @Test
    void dissociation_that_fades_is_no_response() {
        assertThat(taken(DAY_1.and(before(Instrument.CADSS, 20)), total(Instrument.CADSS, 4))
                        .response())
                .isNull();
    }

    @Test
    void scenario_22_sleep_appetite_and_restlessness_count_once() {
        var answers = List.of(1, 3, 0, 2, 2, 1, 0, 0, 2, 1, 2, 1, 2, 2, 1, 2);
        var measured = taken(NO_COURSE, answers(Instrument.QIDSSR16, answers));

        assertThat(measured.score()).isEqualTo(17);
        assertThat(measured.band()).isEqualTo("severe");
    }

    @Test
    void scenario_23_item_9_opens_a_safety_task_whatever_the_total() {
        var measured = taken(DAY_1, answers(Instrument.PHQ9, List.of(1, 1, 1, 0, 0, 0, 0, 0, 1)));

        assertThat(measured.score()).isEqualTo(4);
        assertThat(measured.remission()).isTrue();
        assertThat(measured.safety()).isTrue();
        assertThat(taken(DAY_1, answers(Instrument.PHQ9, List.of(3, 3, 3, 3, 3, 3, 3, 3, 0)))
                        .safety())
                .isFalse();
        assertThat(taken(DAY_1, total(Instrument.PHQ9, 27)).safety()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "000000, none, false",
        "100000, low, false",
        "110000, low, false",
        "111000, moderate, false",
        "0000010, moderate, false",
        "0000011, high, true",
        "1100000, low, false",
        "110100, high, true",
        "110010, high, true"
    })
    void scenario_23_the_screener_says_how_high_the_risk_is(String answers, String band, boolean safety) {
        var measured = taken(
                DAY_1,
                answers(Instrument.CSSRS, answers.chars().mapToObj(c -> c - '0').toList()));

        assertThat(measured.band()).isEqualTo(band);
        assertThat(measured.safety()).isEqualTo(safety);
        assertThat(measured.score()).isNull();
        assertThat(measured.remission()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PHQ9, 4, minimal",
        "PHQ9, 5, mild",
        "PHQ9, 14, moderate",
        "PHQ9, 15, moderately severe",
        "PHQ9, 20, severe",
        "GAD7, 15, severe",
        "MADRS, 6, normal",
        "MADRS, 34, moderate",
        "MADRS, 35, severe",
        "QIDSSR16, 20, severe",
        "QIDSSR16, 21, very severe",
        "HAMD17, 22, severe",
        "HAMD17, 52, very severe",
        "CADSS, 92,"
    })
    void a_total_is_named_by_its_band(Instrument instrument, int score, String band) {
        assertThat(taken(NO_COURSE, total(instrument, score)).band()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"PHQ9, 28", "GAD7, 22", "MADRS, 61", "QIDSSR16, 28", "HAMD17, 53", "CADSS, 93", "PHQ9, -1"})
    void no_scale_goes_further(Instrument instrument, int score) {
        NO_COURSE.when(total(instrument, score)).thenBadInput("score");
    }

    @Test
    void the_item_that_cannot_be_is_named() {
        NO_COURSE
                .when(answers(Instrument.PHQ9, List.of(0, 0, 4, 0, 0, 0, 0, 0, 0)))
                .thenBadInput("answers.2");
        NO_COURSE
                .when(answers(Instrument.PHQ9, List.of(0, 0, 0, 0, 0, 0, 0, 0, -1)))
                .thenBadInput("answers.8");
        NO_COURSE
                .when(answers(Instrument.HAMD17, List.of(4, 4, 4, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .thenBadInput("answers.3");
    }

    @Test
    void a_scale_is_answered_whole() {
        NO_COURSE.when(answers(Instrument.PHQ9, Collections.nCopies(8, 0))).thenBadInput("answers");
        NO_COURSE.when(answers(Instrument.MADRS, Collections.nCopies(11, 0))).thenBadInput("answers");
        NO_COURSE.when(answers(Instrument.CSSRS, Collections.nCopies(5, 0))).thenBadInput("answers");
        NO_COURSE.when(answers(Instrument.CSSRS, Collections.nCopies(8, 0))).thenBadInput("answers");
    }

    @Test
    void who_ever_did_something_is_asked_whether_lately() {
        NO_COURSE.when(answers(Instrument.CSSRS, List.of(0, 0, 0, 0, 0, 1))).thenBadInput("answers.6");
        NO_COURSE.when(answers(Instrument.CSSRS, List.of(0, 0, 0, 0, 0, 0))).thenSomething();
    }

    @Test
    void either_the_answers_or_their_total() {
        NO_COURSE.when(measure(Instrument.PHQ9, null, null, TODAY)).thenBadInput("score");
        NO_COURSE
                .when(measure(Instrument.PHQ9, Collections.nCopies(9, 0), 0, TODAY))
                .thenBadInput("score");
        NO_COURSE.when(total(Instrument.CSSRS, 1)).thenBadInput("answers");
    }

    @Test
    void nothing_was_answered_tomorrow() {
        NO_COURSE.when(measure(Instrument.PHQ9, null, 4, TODAY.plusDays(1))).thenBadInput("on");
    }

    @Test
    void scores_may_come_before_any_course() {
        var measured = taken(NO_COURSE, total(Instrument.PHQ9, 20));

        assertThat(measured.courseId()).isNull();
        assertThat(measured.remission()).isNull();
    }

    @Test
    void the_course_is_the_latest_that_is_not_over_unless_one_is_named() {
        var second = new UUID(2, 30);
        var two = DAY_1.and(prescribed(second, "iv-racemic-series", Setting.OUTPATIENT));
        var over = new CourseClosed(second, TODAY, "moved away");

        assertThat(taken(two, total(Instrument.PHQ9, 4)).courseId()).isEqualTo(second);
        assertThat(taken(two.and(over), total(Instrument.PHQ9, 4)).courseId()).isEqualTo(COURSE);
        var named = new RecordMeasure(PATIENT, second, Instrument.PHQ9, null, 4, TODAY, NOW);
        assertThat(taken(two.and(over), named).courseId()).isEqualTo(second);
        NO_COURSE.when(named).thenNoSuch();
    }

    @Test
    void scenario_25_a_score_changes_no_interval() {
        var before = DAY_1.chart();
        var after = DAY_1.and(taken(DAY_1, total(Instrument.MADRS, 15))).chart();

        assertThat(Stream.of(before, after)
                        .map(chart -> chart.course(COURSE)
                                .standing(chart.patient(), TODAY)
                                .intervalDays()))
                .containsOnlyNulls();
        assertThat(after.measures()).hasSize(1);
    }

    private static MeasureRecorded taken(DeciderSpec spec, RecordMeasure command) {
        return (MeasureRecorded) spec.when(command).thenSomething();
    }

    private static RecordMeasure total(Instrument instrument, int score) {
        return measure(instrument, null, score, TODAY);
    }

    private static RecordMeasure answers(Instrument instrument, List<Integer> answers) {
        return measure(instrument, answers, null, TODAY);
    }

    private static RecordMeasure measure(Instrument instrument, List<Integer> answers, Integer score, LocalDate on) {
        return new RecordMeasure(PATIENT, null, instrument, answers, score, on, NOW);
    }

    private static MeasureRecorded before(Instrument instrument, int score) {
        return measured(instrument, score, BEFORE_DAY_1);
    }

    private static MeasureRecorded measured(Instrument instrument, int score, LocalDate on) {
        return new MeasureRecorded(
                PATIENT,
                null,
                instrument.name(),
                null,
                score,
                on,
                Instant.parse("2026-03-01T15:00:00Z"),
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
