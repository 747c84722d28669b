package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.RoomFixture.arrived;
import static io.upswing.session.domain.RoomFixture.at;
import static io.upswing.session.domain.RoomFixture.device;
import static io.upswing.session.domain.RoomFixture.discharged;
import static io.upswing.session.domain.RoomFixture.dose;
import static io.upswing.session.domain.RoomFixture.infused;
import static io.upswing.session.domain.RoomFixture.sprayed;
import static io.upswing.session.domain.RoomFixture.stopped;
import static io.upswing.session.domain.RoomFixture.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.SessionFact;
import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.domain.SessionCommand.StopDose;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import org.junit.jupiter.api.Test;

class PartDoseTest {
    private static final DeciderSpec TWO_DEVICES =
            arrived(84).and(device("09:00", 84, false), device("09:05", 84, false));

    @Test
    void scenario_17_partial_administration() {
        TWO_DEVICES.when(stop("09:06", 42, 14, "nurse-2")).then(stopped("09:06", 42, 14, "nurse-2"));

        var stopped = visit(TWO_DEVICES.and(stopped("09:06", 42, 14, "nurse-2")));
        assertThat(stopped.session().givenMg()).isEqualByComparingTo("42");
        assertThat(stopped.given()).isEqualTo(SessionFact.Given.PART);
        assertThat(stopped.care()).isEqualTo(CarePhase.OBSERVED);
        assertThat(Observation.of(stopped).endsAt()).isEqualTo(at("11:06")); // from the last spray
        assertThat(Prompts.of(stopped, at("09:10")))
                .extracting(Prompt::code)
                .contains("part-dose-not-judged")
                .doesNotContain("waste-unwitnessed");
    }

    @Test
    void waste_that_nobody_witnessed_prompts() {
        assertThat(Prompts.of(visit(TWO_DEVICES.and(stopped("09:06", 42, 14, null))), at("09:10")))
                .extracting(Prompt::code)
                .contains("waste-unwitnessed");
        assertThat(Prompts.of(visit(TWO_DEVICES.and(stopped("09:06", 42, null, null))), at("09:10")))
                .extracting(Prompt::code)
                .doesNotContain("waste-unwitnessed");
    }

    @Test
    void only_what_was_begun_and_not_finished_is_stopped_and_once() {
        arrived(84).when(stop("09:06", 42, null, null)).thenRefused("not-dosing");
        sprayed().when(stop("09:12", 42, null, null)).thenRefused("not-dosing");
        TWO_DEVICES
                .and(stopped("09:06", 42, null, null))
                .when(stop("09:07", 42, null, null))
                .thenRefused("not-dosing");
        TWO_DEVICES
                .and(discharged("11:30", true))
                .when(stop("11:31", 42, null, null))
                .thenRefused("session-over");
        TWO_DEVICES
                .and(discharged("11:30", true))
                .when(stop("09:06", 42, null, null))
                .thenSomething();
    }

    @Test
    void what_is_given_in_part_is_less_than_the_order_and_not_before_the_last_dose() {
        TWO_DEVICES.when(stop("09:06", 84, null, null)).thenBadInput("givenMg");
        TWO_DEVICES.when(stop("09:06", 83, null, null)).thenSomething();
        TWO_DEVICES.when(stop("09:04", 42, null, null)).thenBadInput("at");
        TWO_DEVICES.when(stop("09:05", 42, null, null)).thenSomething();
    }

    @Test
    void nothing_is_given_after_a_stop_and_what_was_given_before_changes_no_sum() {
        var stopped = TWO_DEVICES.and(stopped("09:06", 42, null, null));

        stopped.when(give("09:07")).thenRefused("dose-stopped");
        var late = (DoseGiven) stopped.when(give("09:02")).thenSomething();
        assertThat(late.completes()).isFalse();
        assertThat(visit(stopped.and(late)).session().givenMg()).isEqualByComparingTo("42");
    }

    @Test
    void a_correction_after_the_stop_holds_and_one_before_it_does_not() {
        var correction = new SessionCorrected(COURSE, SESSION, null, mg(35), null, null, null, "misread");

        assertThat(visit(TWO_DEVICES.and(stopped("09:06", 42, null, null), correction))
                        .session()
                        .givenMg())
                .isEqualByComparingTo("35");
        assertThat(visit(TWO_DEVICES.and(correction, stopped("09:06", 42, null, null)))
                        .session()
                        .givenMg())
                .isEqualByComparingTo("42");
    }

    @Test
    void a_stopped_infusion_runs_no_more() {
        var running = infused().and(dose(DoseKind.INFUSION_START, "09:00", mg(41), null, false));

        assertThat(visit(running).session().infusionRunning()).isTrue();
        running.when(stop("09:20", 20, null, null)).then(stopped("09:20", 20, null, null));
        assertThat(visit(running.and(stopped("09:20", 20, null, null)))
                        .session()
                        .infusionRunning())
                .isFalse();
    }

    private static StopDose stop(String time, int givenMg, Integer wastedMg, String witness) {
        return new StopDose(SESSION, mg(givenMg), wastedMg == null ? null : mg(wastedMg), witness, null, at(time));
    }

    private static GiveDose give(String time) {
        return new GiveDose(SESSION, DoseKind.DEVICE, mg(28), null, null, null, at(time));
    }
}
