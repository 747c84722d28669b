package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.RoomFixture.arrived;
import static io.upswing.session.domain.RoomFixture.assessed;
import static io.upswing.session.domain.RoomFixture.at;
import static io.upswing.session.domain.RoomFixture.checklist;
import static io.upswing.session.domain.RoomFixture.device;
import static io.upswing.session.domain.RoomFixture.discharged;
import static io.upswing.session.domain.RoomFixture.dose;
import static io.upswing.session.domain.RoomFixture.infused;
import static io.upswing.session.domain.RoomFixture.sprayed;
import static io.upswing.session.domain.RoomFixture.visit;
import static io.upswing.session.domain.RoomFixture.vitals;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TimetableTest {

    @Test
    void scenario_8_device_clock() {
        assertThat(next(sprayed(), "09:11"))
                .containsExactly(
                        new Due("vitals", at("09:40"), at("09:50"), false),
                        new Due("vitals", at("11:00"), at("11:10"), false),
                        new Due("assessment", at("11:10"), null, false),
                        new Due("discharge", at("11:10"), null, false));
        sprayed().when(discharge("10:58")).thenRefused("still-observed");
        sprayed().when(discharge("11:09")).thenRefused("still-observed");
        sprayed().when(discharge("11:10")).thenSomething();
        assertThat(Observation.of(visit(sprayed().and(discharged("11:10", true)))))
                .isEqualTo(new Observation(at("09:10"), at("11:10"), 130L));
    }

    @Test
    void scenario_8_from_the_first_device_where_the_clinic_chose_so() {
        var chosen = fromFirstDose(prescribed("esk-trd-us"));
        var session = DeciderSpec.given(
                chosen,
                CourseFixture.checkedIn(84),
                device("09:00", 84, false),
                device("09:05", 84, false),
                device("09:10", 84, true));

        session.when(discharge("10:58")).thenRefused("still-observed");
        session.when(discharge("11:00")).thenSomething();
    }

    @Test
    void before_the_dose_come_checklist_vitals_and_dose() {
        assertThat(next(arrived(84), "08:50"))
                .containsExactly(Due.now("checklist"), Due.now("vitals"), Due.now("dose"));
        assertThat(next(arrived(84).and(checklist("08:45"), vitals("08:50", 128, 80)), "08:50"))
                .containsExactly(Due.now("dose"));
    }

    @Test
    void a_further_device_waits_for_its_rest() {
        assertThat(next(arrived(84).and(device("09:00", 84, false)), "09:02"))
                .containsExactly(Due.from("dose", at("09:05")), new Due("vitals", at("09:40"), at("09:50"), false));
    }

    @Test
    void a_reading_is_late_after_its_last_minute() {
        assertThat(reading(sprayed(), "09:50")).isEqualTo(new Due("vitals", at("09:40"), at("09:50"), false));
        assertThat(reading(sprayed(), "09:51")).isEqualTo(new Due("vitals", at("09:40"), at("09:50"), true));
    }

    @Test
    void with_devices_far_apart_a_reading_is_not_late_before_its_minutes_since_the_last() {
        var slow = arrived(56).and(device("09:00", 56, false), device("09:20", 56, true));

        assertThat(reading(slow, "09:51")).isEqualTo(new Due("vitals", at("09:40"), at("10:00"), false));
    }

    @Test
    void what_was_read_in_time_or_late_is_not_due_again_and_what_was_read_before_is() {
        for (var time : List.of("09:40", "09:50", "10:05")) {
            assertThat(reading(sprayed().and(vitals(time, 128, 80)), "10:10").at())
                    .as(time)
                    .isEqualTo(at("11:00"));
        }
        assertThat(reading(sprayed().and(vitals("09:39", 128, 80)), "10:10").at())
                .isEqualTo(at("09:40"));
    }

    @Test
    void only_a_reading_within_its_minutes_is_that_reading() {
        for (var time : List.of("09:40", "09:50")) {
            assertThat(missing(sprayed().and(vitals("08:50", 128, 80), vitals(time, 128, 80)), "10:10"))
                    .as(time)
                    .isZero();
        }
        for (var time : List.of("09:39", "09:51")) {
            assertThat(missing(sprayed().and(vitals("08:50", 128, 80), vitals(time, 128, 80)), "10:10"))
                    .as(time)
                    .isOne();
        }
        assertThat(missing(sprayed().and(vitals("08:50", 128, 80)), "09:50")).isZero();
        assertThat(missing(sprayed().and(vitals("08:50", 128, 80)), "09:51")).isOne();
    }

    @Test
    void an_infusion_is_read_every_quarter_of_an_hour_at_its_end_and_after_it() {
        var running = infused().and(dose(DoseKind.INFUSION_START, "09:00", mg(41), 41, false));

        assertThat(next(running, "09:01"))
                .extracting(Due::what, Due::at)
                .containsExactly(
                        tuple("vitals", "09:15"),
                        tuple("vitals", "09:30"),
                        tuple("infusion-end", "09:40"),
                        tuple("vitals", "09:40"),
                        tuple("vitals", "09:45"),
                        tuple("vitals", "10:00"),
                        tuple("vitals", "10:30"));
        assertThat(next(running.and(vitals("09:44", 128, 80)), "09:46"))
                .extracting(Due::what, Due::at, Due::late)
                .startsWith(Tuple.tuple("infusion-end", at("09:40"), true), Tuple.tuple("vitals", at("09:45"), false));
    }

    @Test
    void once_it_ended_an_infusion_is_read_at_its_end_as_it_was() {
        var ended = infused()
                .and(
                        dose(DoseKind.INFUSION_START, "09:00", mg(41), 41, false),
                        dose(DoseKind.INFUSION_END, "09:33", mg(41), 41, true));

        assertThat(next(ended, "09:34"))
                .extracting(Due::what, Due::at)
                .containsExactly(
                        tuple("vitals", "09:15"),
                        tuple("vitals", "09:30"),
                        tuple("vitals", "09:33"),
                        tuple("vitals", "09:45"),
                        tuple("vitals", "10:00"),
                        tuple("vitals", "10:23"),
                        tuple("vitals", "10:30"),
                        tuple("assessment", "10:33"),
                        tuple("discharge", "10:33"));
    }

    @Test
    void who_was_assessed_and_is_well_goes_at_the_end_of_observation() {
        var read = sprayed().and(vitals("09:45", 128, 80), vitals("11:05", 128, 80));

        assertThat(next(read.and(assessed("11:08", 5, 2, false)), "11:10"))
                .containsExactly(Due.from("discharge", at("11:10")));
        assertThat(next(read.and(assessed("11:08", 4, null, null)), "11:10"))
                .containsExactly(Due.from("assessment", at("11:10")));
    }

    @Test
    void after_the_end_nothing_is_due() {
        assertThat(next(sprayed().and(discharged("11:10", true)), "11:15")).isEmpty();
    }

    private static List<Due> next(DeciderSpec spec, String time) {
        return Timetable.next(visit(spec), at(time));
    }

    private static Due reading(DeciderSpec spec, String time) {
        return next(spec, time).stream()
                .filter(due -> due.what().equals("vitals"))
                .findFirst()
                .orElseThrow();
    }

    private static long missing(DeciderSpec spec, String time) {
        return Prompts.of(visit(spec), at(time)).stream()
                .filter(prompt -> prompt.code().equals("reading-missing"))
                .count();
    }

    private static Tuple tuple(String what, String time) {
        return Tuple.tuple(what, at(time));
    }

    private static Discharge discharge(String time) {
        return new Discharge(SESSION, "nurse-1", true, at(time));
    }

    private static ProtocolPrescribed fromFirstDose(ProtocolPrescribed was) {
        return new ProtocolPrescribed(
                was.courseId(),
                was.patientId(),
                was.siteId(),
                was.protocolId(),
                was.protocolVersion(),
                was.pattern(),
                fromFirstDose(was.schedule()),
                was.prescribedOn(),
                was.prescriberId(),
                was.indication(),
                was.dose(),
                was.setting(),
                was.continues());
    }

    private static Schedule fromFirstDose(Schedule was) {
        return new Schedule(
                was.protocolId(),
                was.version(),
                was.effectiveOn(),
                was.pattern(),
                was.route(),
                was.scale(),
                was.remission(),
                was.lapseDays(),
                was.rems(),
                was.oralAntidepressantRequired(),
                was.doses(),
                was.durations(),
                new Schedule.Observation(120, null, true, true),
                was.phases(),
                was.sources(),
                was.care());
    }
}
