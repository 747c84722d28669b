package io.upswing.series;

import static io.upswing.series.CourseFixture.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.SessionJson;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Facts are stored as one row: they come back equal and stay small. */
class CourseFactsJsonTest {
    @Test
    void facts_come_back_equal() throws IOException {
        var course = PhasesTest.weekly("2026-04-02")
                .givenInPart("2026-04-09", true)
                .interval(14, "2026-04-10")
                .paused("2026-04-12")
                .resumed("2026-04-20")
                .antidepressant(false, "2026-04-21")
                .form(CourseFixture.id(1), "SUBMITTED", "2026-04-22")
                .moved(CourseFixture.schedule("esk-trd-us", null), "2026-04-23")
                .lapse("RESUME", "2026-05-30")
                .closed("2026-06-01");
        var json = SessionJson.mapper();

        var read = json.readValue(json.writeValueAsBytes(course.facts()), CourseFacts.class);

        assertThat(read).isEqualTo(course.facts());
    }

    @Test
    void the_facts_of_a_patient_come_back_equal() throws IOException {
        var course = course("esk-trd-us", "2026-03-02")
                .scored("PHQ9", 20, "2026-03-02")
                .alarming("CSSRS", null, "2026-03-03", null)
                .safe(CourseFixture.id(2), "2026-03-04");
        var json = SessionJson.mapper();

        var read = json.readValue(json.writeValueAsBytes(course.patient()), PatientFacts.class);

        assertThat(read).isEqualTo(course.patient());
    }

    @Test
    void a_standing_is_written_as_the_contract_shows() throws IOException {
        var json = SessionJson.mapper();
        var written = json.readTree(json.writeValueAsBytes(
                course("esk-trd-us", "2026-03-02").given("2026-03-02").standing("2026-03-03")));

        assertThat(written.fieldNames())
                .toIterable()
                .containsSubsequence(
                        "courseId", "patientId", "protocol", "asOf", "state", "phase", "treatmentWeek", "given");
        assertThat(written.at("/protocol/id").asText()).isEqualTo("esk-trd-us");
        assertThat(written.at("/next/earliest").asText()).isEqualTo("2026-03-04");
        assertThat(written.at("/gates/0").fieldNames()).toIterable().containsExactly("id", "state", "dueOn");
    }

    @Test
    void a_long_course_stays_under_twelve_kilobytes() throws IOException {
        var course = PhasesTest.weekly("2026-04-02", "2026-04-09", "2026-04-16", "2026-04-23");
        var day = LocalDate.parse("2026-04-30");
        for (var n = 0; n < 40; n++) {
            course.given(day.plusDays(7L * n).toString());
        }

        assertThat(SessionJson.mapper().writeValueAsBytes(course.facts())).hasSizeLessThan(12_000);
    }
}
