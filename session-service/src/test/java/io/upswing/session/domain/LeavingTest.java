package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.RoomFixture.assessed;
import static io.upswing.session.domain.RoomFixture.at;
import static io.upswing.session.domain.RoomFixture.dose;
import static io.upswing.session.domain.RoomFixture.infused;
import static io.upswing.session.domain.RoomFixture.overridden;
import static io.upswing.session.domain.RoomFixture.sprayed;
import static io.upswing.session.domain.RoomFixture.vitals;

import io.upswing.session.domain.SessionCommand.Discharge;
import io.upswing.session.domain.SessionCommand.LeaveAgainstAdvice;
import org.junit.jupiter.api.Test;

class LeavingTest {
    private static final DeciderSpec RUNNING =
            infused().and(dose(DoseKind.INFUSION_START, "09:00", mg(41), null, false));
    private static final DeciderSpec ENDED = RUNNING.and(dose(DoseKind.INFUSION_END, "09:40", mg(41), null, true));

    @Test
    void nobody_goes_before_the_last_dose() {
        ENDED.and(overridden(Rule.OBSERVATION)).when(discharge("09:39", true)).thenBadInput("at");
        ENDED.when(new LeaveAgainstAdvice(SESSION, at("09:39"))).thenBadInput("at");
        ENDED.when(new LeaveAgainstAdvice(SESSION, at("09:40"))).thenSomething();
    }

    @Test
    void nobody_goes_while_an_infusion_runs() {
        RUNNING.when(discharge("12:00", true)).thenRefused("infusion-running");
        ENDED.when(discharge("12:00", true)).thenSomething();
    }

    @Test
    void a_minimum_of_a_trials_making_can_be_overridden() {
        ENDED.when(discharge("10:39", true)).thenRefused("observation");
        ENDED.when(discharge("10:40", true)).thenSomething();
        ENDED.and(overridden(Rule.OBSERVATION)).when(discharge("10:39", true)).thenSomething();
    }

    @Test
    void who_goes_alone_stays_longer() {
        ENDED.when(discharge("11:39", false)).thenRefused("observation");
        ENDED.when(discharge("11:40", false)).thenSomething();
    }

    @Test
    void a_labels_minimum_has_no_way_round() {
        sprayed()
                .and(overridden(Rule.OBSERVATION), overridden(Rule.NOT_ASSESSED))
                .when(discharge("11:09", true))
                .thenRefused("still-observed");
    }

    @Test
    void what_has_not_resolved_keeps_the_patient() {
        sprayed().when(discharge("11:10", true)).thenSomething();
        sprayed()
                .and(assessed("11:00", 4, null, null))
                .when(discharge("11:10", true))
                .thenRefused("not-resolved");
        sprayed()
                .and(assessed("11:00", null, 5, null))
                .when(discharge("11:10", true))
                .thenRefused("not-resolved");
        sprayed()
                .and(assessed("11:00", null, null, true))
                .when(discharge("11:10", true))
                .thenRefused("not-resolved");
        sprayed()
                .and(assessed("11:00", 5, 4, false))
                .when(discharge("11:10", true))
                .thenSomething();
    }

    @Test
    void of_each_value_the_latest_assessment_that_names_it_counts() {
        var sedated = sprayed().and(assessed("10:00", 3, 20, true));

        sedated.and(assessed("11:00", 5, null, null))
                .when(discharge("11:10", true))
                .thenRefused("not-resolved");
        sedated.and(assessed("11:00", 5, null, null), assessed("11:05", null, 4, false))
                .when(discharge("11:10", true))
                .thenSomething();
        sedated.and(assessed("11:20", 5, 0, false))
                .when(discharge("11:10", true))
                .thenRefused("not-resolved");
        sprayed()
                .and(assessed("11:00", 5, 0, false), assessed("10:00", 3, 20, true))
                .when(discharge("11:10", true))
                .thenSomething();
    }

    @Test
    void a_pressure_that_does_not_decline_holds_nobody() {
        sprayed().and(vitals("11:05", 190, 115)).when(discharge("11:10", true)).thenSomething();
    }

    private static Discharge discharge(String time, boolean escort) {
        return new Discharge(SESSION, "nurse-1", escort, at(time));
    }
}
