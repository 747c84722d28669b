package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.SITE;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.give;
import static io.upswing.session.domain.RoomFixture.arrived;
import static io.upswing.session.domain.RoomFixture.assessed;
import static io.upswing.session.domain.RoomFixture.at;
import static io.upswing.session.domain.RoomFixture.checklist;
import static io.upswing.session.domain.RoomFixture.device;
import static io.upswing.session.domain.RoomFixture.discharged;
import static io.upswing.session.domain.RoomFixture.infused;
import static io.upswing.session.domain.RoomFixture.overridden;
import static io.upswing.session.domain.RoomFixture.sprayed;
import static io.upswing.session.domain.RoomFixture.visit;
import static io.upswing.session.domain.RoomFixture.vitals;
import static io.upswing.session.domain.RoomFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.SessionEvent.CheckedIn;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.Concomitant;
import io.upswing.session.events.SessionEvent.ContraindicationRecorded;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SessionVoided;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PromptsTest {

    @Test
    void scenario_8_a_device_before_its_rest_is_over_is_a_warning() {
        var first = arrived(84).and(device("09:00", 84, false));

        assertThat(codes(first.and(device("09:04", 84, false)), "09:06")).contains("device-rest");
        assertThat(codes(first.and(device("09:05", 84, false)), "09:06")).doesNotContain("device-rest");
    }

    @Test
    void scenario_9_pressure_before_the_dose() {
        assertThat(codes(read(138, 88), "09:00")).doesNotContain("bp-high");
        assertThat(codes(read(140, 90), "09:00")).doesNotContain("bp-high");
        assertThat(codes(read(141, 90), "09:00")).contains("bp-high");
        assertThat(codes(read(132, 91), "09:00")).contains("bp-high");
        assertThat(codes(read(152, 94), "09:00")).contains("bp-high");
        read(152, 94).when(give(DoseKind.DEVICE, 28)).thenSomething();
        read(138, 88)
                .and(new ContraindicationRecorded(COURSE, "aneurysmal-vascular-disease", true, TODAY))
                .when(give(DoseKind.DEVICE, 28))
                .thenRefused("contraindicated");
    }

    @Test
    void scenario_10_case_a_a_declining_pressure_lets_the_patient_go() {
        var declining = twoDevices().and(vitals("09:40", 168, 98), vitals("11:00", 150, 92));

        assertThat(codes(declining, "11:05")).doesNotContain("bp-not-declining", "reading-missing");
        assertThat(next(declining, "11:05")).contains(Due.from("discharge", at("11:05")));
    }

    @Test
    void scenario_10_case_b_a_pressure_that_does_not_decline_is_read_again() {
        var rising = twoDevices().and(vitals("09:40", 168, 98), vitals("11:00", 170, 100));

        assertThat(codes(rising, "11:05")).contains("bp-not-declining");
        assertThat(next(rising, "11:05"))
                .contains(new Due("vitals", at("11:15"), at("11:25"), false))
                .extracting(Due::what)
                .doesNotContain("discharge");
        assertThat(next(rising.and(vitals("11:15", 160, 90)), "11:16")).contains(Due.from("discharge", at("11:05")));
    }

    @Test
    void a_high_pressure_that_was_not_read_before_discharge_is_read_then() {
        assertThat(next(twoDevices().and(vitals("09:40", 168, 98)), "11:06"))
                .containsExactly(
                        new Due("vitals", at("10:55"), at("11:05"), true), Due.from("assessment", at("11:05")));
    }

    @Test
    void scenario_10_case_c_a_reading_that_nobody_took_is_missing() {
        var unread = twoDevices();

        assertThat(codes(unread, "09:50")).doesNotContain("reading-missing");
        assertThat(codes(unread, "09:51")).contains("reading-missing");
    }

    @Test
    void a_pressure_must_fall_in_both_numbers_or_be_within_the_limit() {
        var high = twoDevices().and(vitals("09:40", 168, 98));

        assertThat(codes(high, "11:05")).contains("bp-not-declining");
        assertThat(codes(high.and(vitals("11:00", 150, 98)), "11:05")).contains("bp-not-declining");
        assertThat(codes(high.and(vitals("11:00", 168, 92)), "11:05")).contains("bp-not-declining");
        assertThat(codes(high.and(vitals("11:00", 167, 97)), "11:05")).doesNotContain("bp-not-declining");
        assertThat(codes(twoDevices().and(vitals("11:00", 140, 90)), "11:05")).doesNotContain("bp-not-declining");
    }

    @Test
    void a_pressure_is_urgent_from_the_limit_on_at_any_time() {
        assertThat(codes(infused().and(vitals("08:50", 179, 109)), "08:55")).doesNotContain("bp-urgent");
        assertThat(codes(infused().and(vitals("08:50", 180, 90)), "08:55")).contains("bp-urgent");
        assertThat(codes(infused().and(vitals("08:50", 150, 110)), "08:55")).contains("bp-urgent");
        assertThat(codes(read(200, 120), "08:55")).doesNotContain("bp-urgent"); // the label names none
    }

    @Test
    void scenario_11_checklist() {
        var asked = arrived(56)
                .and(checklist("09:30", "07:30", "09:05", "08:45", new Concomitant(true, true, null, null), false));

        assertThat(Checklist.unmet(visit(asked), at("09:30")))
                .containsExactly(
                        new Checklist.Wait("liquid", at("09:35")), new Checklist.Wait("nasal-product", at("09:45")));
        assertThat(Checklist.unmet(visit(asked), at("09:29"))).hasSize(3);
        assertThat(Checklist.unmet(visit(asked), at("09:45"))).isEmpty();
        assertThat(Checklist.earliestStart(visit(asked))).isEqualTo(at("09:45"));
        assertThat(next(asked, "09:30")).contains(Due.from("dose", at("09:45")));
        assertThat(next(asked, "09:45")).contains(Due.now("dose"));
        assertThat(codes(asked, "09:30"))
                .contains("liquid", "nasal-product", "ride-unconfirmed", "watch-sedation", "watch-pressure")
                .doesNotContain("food", "checklist-missing");
    }

    @Test
    void a_later_checklist_answers_what_it_names() {
        var asked = arrived(56)
                .and(
                        checklist("09:00", "08:00", null, null, new Concomitant(null, null, true, null), false),
                        checklist("09:10", null, null, null, new Concomitant(null, null, null, null), true));

        assertThat(codes(asked, "09:15")).contains("food", "watch-pressure").doesNotContain("ride-unconfirmed");
    }

    @Test
    void what_was_not_met_when_the_dose_was_given_stays_to_be_read() {
        var asked = arrived(56)
                .and(
                        checklist("08:55", "07:30", null, null, new Concomitant(null, null, null, null), true),
                        device("09:00", 56, false));

        assertThat(codes(asked, "10:30")).contains("food");
    }

    @Test
    void a_prescriber_takes_a_prompt_on_themselves() {
        var taken = arrived(56).and(overridden(Rule.CHECKLIST_MISSING));

        assertThat(Prompts.of(visit(taken), at("09:00")))
                .contains(new Prompt("checklist-missing", "The checklist was not gone through.", "Dr. Example"));
    }

    @Test
    void a_wrong_reading_is_taken_back_and_says_nothing_more() {
        var wrong = arrived(56).and(vitals("08:50", 152, 94));

        assertThat(codes(wrong.and(new RecordVoided(COURSE, DeciderSpec.id(6), SESSION, "another patient's")), "09:00"))
                .doesNotContain("bp-high");
    }

    @Test
    void who_was_not_assessed_or_went_alone_is_told() {
        assertThat(codes(sprayed(), "11:00")).contains("not-assessed");
        assertThat(codes(sprayed().and(assessed("11:00", 5, null, null)), "11:00"))
                .doesNotContain("not-assessed");
        assertThat(codes(sprayed().and(assessed("08:55", 5, 0, false)), "11:00"))
                .contains("not-assessed");
        assertThat(codes(sprayed().and(discharged("11:10", false)), "12:00")).contains("no-escort", "reading-missing");
        assertThat(codes(sprayed().and(discharged("11:10", true)), "12:00")).doesNotContain("no-escort");
    }

    @Test
    void a_dose_that_was_neither_finished_nor_stopped_waits_for_a_clinicians_word_once_the_session_is_over() {
        var first = arrived(84).and(device("09:00", 84, false));

        assertThat(codes(first, "11:05")).doesNotContain("part-dose-not-judged");
        assertThat(codes(first.and(discharged("11:05", true)), "12:00")).contains("part-dose-not-judged");
    }

    @Test
    void a_weight_is_the_patients_with_its_age_and_nothing_else_is_inherited() {
        var earlier = new UUID(3, 77);
        var next = infused().and(checkedInOn(earlier, TODAY.minusDays(30)));
        var weighed = weighed("08:50", "82.4");
        var then = new ChecklistRecorded(
                COURSE,
                earlier,
                weighed.at().minusSeconds(30 * 86_400),
                null,
                null,
                null,
                false,
                weighed.concomitant(),
                weighed.weightKg(),
                null);

        assertThat(codes(next, "09:00")).contains("weight-missing");
        assertThat(codes(next.and(then), "09:00"))
                .contains("checklist-missing")
                .doesNotContain("weight-missing", "weight-old", "ride-unconfirmed");
        assertThat(visit(next.and(then)).records())
                .isEqualTo(new SessionRecords(List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(codes(infused().and(checkedInOn(earlier, TODAY.minusDays(31)), then), "09:00"))
                .contains("weight-old");
        assertThat(codes(next.and(then, new SessionVoided(COURSE, earlier, "another patient's")), "09:00"))
                .contains("weight-missing");
    }

    private static CheckedIn checkedInOn(UUID session, LocalDate on) {
        return new CheckedIn(COURSE, session, SITE, on, null, null, at("09:00"));
    }

    private static DeciderSpec read(int systolic, int diastolic) {
        return arrived(56).and(vitals("08:50", systolic, diastolic));
    }

    private static DeciderSpec twoDevices() {
        return read(128, 80).and(device("09:00", 56, false), device("09:05", 56, true));
    }

    private static List<String> codes(DeciderSpec spec, String time) {
        return Prompts.of(visit(spec), at(time)).stream().map(Prompt::code).toList();
    }

    private static List<Due> next(DeciderSpec spec, String time) {
        return Timetable.next(visit(spec), at(time));
    }
}
