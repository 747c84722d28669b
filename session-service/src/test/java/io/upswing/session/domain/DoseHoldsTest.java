package io.upswing.session.domain;

import static io.upswing.session.domain.CourseFixture.COURSE;
import static io.upswing.session.domain.CourseFixture.SESSION;
import static io.upswing.session.domain.CourseFixture.TODAY;
import static io.upswing.session.domain.CourseFixture.administered;
import static io.upswing.session.domain.CourseFixture.checkedIn;
import static io.upswing.session.domain.CourseFixture.cleared;
import static io.upswing.session.domain.CourseFixture.consent;
import static io.upswing.session.domain.CourseFixture.eligible;
import static io.upswing.session.domain.CourseFixture.enrolled;
import static io.upswing.session.domain.CourseFixture.give;
import static io.upswing.session.domain.CourseFixture.mg;
import static io.upswing.session.domain.CourseFixture.prescribed;
import static io.upswing.session.domain.DeciderSpec.given;
import static io.upswing.session.domain.DoseKind.DEVICE;
import static io.upswing.session.domain.DoseKind.INFUSION_START;
import static io.upswing.session.domain.DoseKind.INJECTION;
import static io.upswing.session.domain.RoomFixture.arrived;
import static io.upswing.session.domain.RoomFixture.at;
import static io.upswing.session.domain.RoomFixture.infused;
import static io.upswing.session.domain.RoomFixture.overridden;
import static io.upswing.session.domain.RoomFixture.visit;
import static io.upswing.session.domain.RoomFixture.weighed;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.series.MeasureFact;
import io.upswing.series.PatientFacts;
import io.upswing.series.SafetyClosure;
import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseOrdered;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DoseHoldsTest {

    @Test
    void scenario_7_the_labels_first_dose_until_a_prescriber_overrides_it() {
        cleared().and(checkedIn(84)).when(give(DEVICE, 28)).thenRefused("day1-dose");
        cleared()
                .and(checkedIn(84), overridden(Rule.DAY1_DOSE))
                .when(give(DEVICE, 28))
                .thenSomething();
        cleared().and(checkedIn(56)).when(give(DEVICE, 84)).thenRefused("day1-dose");
        arrived(84).when(give(DEVICE, 28)).thenSomething();
    }

    @Test
    void scenario_7_another_label_another_first_dose() {
        ready("esk-mdsi-us", 84).when(give(DEVICE, 28)).thenSomething();
        ready("esk-trd-us", 70).when(give(DEVICE, 28)).thenRefused("dose-not-in-protocol");
        ready("esk-trd-us", 112).when(give(DEVICE, 28)).thenRefused("dose-not-in-protocol");
        assertThat(blocks("esk-trd-eu", 28, LocalDate.of(1958, 1, 1))).isEmpty();
        assertThat(blocks("esk-trd-eu", 56, LocalDate.of(1958, 1, 1))).containsExactly("day1-dose");
        assertThat(blocks("esk-trd-us", 28, LocalDate.of(1958, 1, 1)))
                .containsExactly("dose-not-in-protocol", "day1-dose");
    }

    @Test
    void scenario_18_iv_arithmetic() {
        var plan = InfusionPlan.of(visit(infused().and(weighed("08:50", "82.4"))));

        assertThat(plan.mg()).isEqualByComparingTo("41.2");
        assertThat(plan.volumeMl()).isEqualByComparingTo("0.824");
        assertThat(plan.mgPerMinute()).isEqualByComparingTo("1.03");
        assertThat(plan.wasteMg()).isEqualByComparingTo("458.8");
        assertThat(plan.mgPerKg()).isEqualByComparingTo("0.5");
        assertThat(InfusionPlan.of(visit(infused()))).isNull();
        assertThat(InfusionPlan.of(visit(arrived(56)))).isNull();
    }

    @Test
    void scenario_18_a_dose_per_kg_outside_the_range_until_a_prescriber_overrides_it() {
        infused("1.0").when(give(INFUSION_START, 40)).thenSomething();
        infused("1.01").when(give(INFUSION_START, 40)).thenRefused("dose-range");
        infused("0.09").when(give(INFUSION_START, 40)).thenRefused("dose-range");
        infused("1.01")
                .and(overridden(Rule.DOSE_RANGE))
                .when(give(INFUSION_START, 40))
                .thenSomething();
    }

    @Test
    void what_is_given_is_held_to_the_range_too_once_the_weight_is_known() {
        var weighed = infused().and(weighed("08:50", "80"));

        weighed.when(give(INFUSION_START, 80)).thenSomething();
        weighed.when(give(INFUSION_START, 81)).thenRefused("dose-range");
    }

    @Test
    void an_injection_is_measured_against_what_the_weight_makes_of_the_order() {
        var weighed = given(
                prescribed("im-racemic-series"),
                consent(),
                new DoseOrdered(COURSE, null, new BigDecimal("0.5"), TODAY, "Dr. Example"),
                checkedIn(null),
                weighed("08:50", "80"));

        assertThat(completes(weighed, 39)).isFalse();
        assertThat(completes(weighed, 40)).isTrue();
    }

    @Test
    void a_device_without_green_dots_is_discarded() {
        arrived(56).when(device(false)).thenRefused("no-green-dots");
        arrived(56).when(device(true)).thenSomething();
        infused()
                .when(new GiveDose(SESSION, INFUSION_START, mg(40), null, null, true, at("09:00")))
                .thenBadInput("greenDots");
    }

    @Test
    void an_open_safety_task_holds_the_dose_until_a_clinician_closes_it_or_a_prescriber_overrides_it() {
        var task = new UUID(4, 1);
        var measure = new MeasureFact("PHQ9", 4, TODAY.minusDays(2), at("09:00"), true, COURSE, task);
        var open = new PatientFacts(List.of(measure), List.of());
        var closed = new PatientFacts(List.of(measure), List.of(new SafetyClosure(task, TODAY, new UUID(4, 2))));

        assertThat(codes(arrived(56), open)).containsExactly("safety-task");
        assertThat(codes(arrived(56), closed)).isEmpty();
        assertThat(codes(arrived(56).and(overridden(Rule.SAFETY_TASK)), open)).isEmpty();
    }

    @Test
    void a_dose_too_soon_or_over_the_weeks_cap_waits_for_an_override() {
        var yesterday = cleared().and(administered("2026-03-25"), administered("2026-03-31"), checkedIn(56));
        var third = cleared().and(administered("2026-03-27"), administered("2026-03-30"), checkedIn(56));

        yesterday.when(give(DEVICE, 28)).thenRefused("too-soon");
        yesterday.and(overridden(Rule.TOO_SOON)).when(give(DEVICE, 28)).thenSomething();
        third.when(give(DEVICE, 28)).thenRefused("week-cap");
        third.and(overridden(Rule.WEEK_CAP)).when(give(DEVICE, 28)).thenSomething();
        cleared()
                .and(administered("2026-03-25"), administered("2026-03-30"), checkedIn(56))
                .when(give(DEVICE, 28))
                .thenSomething();
    }

    @Test
    void an_override_is_of_its_session_alone() {
        var other = new UUID(3, 3);
        var elsewhere = new OverrideGiven(COURSE, other, at("08:50"), "day1-dose", "benefit outweighs", "Dr. Example");

        cleared().and(checkedIn(84), elsewhere).when(give(DEVICE, 28)).thenRefused("day1-dose");
    }

    private static DeciderSpec ready(String protocol, int doseMg) {
        return given(
                prescribed(protocol),
                consent(),
                enrolled(Enrolment.CONFIRMED),
                eligible(Eligibility.ELIGIBLE),
                checkedIn(doseMg));
    }

    private static List<String> blocks(String protocol, int doseMg, LocalDate birthDate) {
        var chart = ready(protocol, doseMg).chart();
        var course = chart.course(COURSE);
        var visit = Visit.of(chart, course, course.session(SESSION).orElseThrow(), birthDate);
        return Blocks.of(visit, TODAY).stream().map(Blocks.Block::code).toList();
    }

    private static List<String> codes(DeciderSpec spec, PatientFacts patient) {
        var chart = spec.chart();
        var known =
                new Chart(chart.courses(), patient, chart.contraindications(), chart.measures(), chart.ofNoCourse());
        var course = known.course(COURSE);
        var visit = Visit.of(known, course, course.session(SESSION).orElseThrow(), LocalDate.of(1984, 5, 2));
        return Blocks.of(visit, TODAY).stream().map(Blocks.Block::code).toList();
    }

    private static boolean completes(DeciderSpec spec, int mg) {
        return ((DoseGiven) spec.when(give(INJECTION, mg)).thenSomething()).completes();
    }

    private static GiveDose device(boolean greenDots) {
        return new GiveDose(SESSION, DEVICE, mg(28), null, 1, greenDots, at("09:00"));
    }
}
