package io.upswing.session.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checked-in catalogue holds the numbers that the due rules count with. */
class ProtocolCatalogueTest {
    @Test
    void has_the_six_entries() throws IOException {
        try (var files = Files.list(Catalogue.DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")))
                    .containsExactlyInAnyOrder(
                            "esk-trd-us.json",
                            "esk-trd-eu.json",
                            "esk-mdsi-us.json",
                            "iv-racemic-series.json",
                            "im-racemic-series.json",
                            "oral-sublingual.json");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            esk-trd-us        | standard     | induction 8, 2 a week, 2/3-4/7, day1+27, gate; weekly 4, 1 a week, 5/7-7/10; individualised [7, 14] {21=NO_EVIDENCE_INTERVAL, 28=OFF_LABEL_INTERVAL} +-3, 7
            esk-trd-eu        | standard     | induction 8, 2 a week, 2/3-4/7, day1+27, gate; weekly 4, 1 a week, 5/7-7/10; individualised [7, 14] {21=NO_EVIDENCE_INTERVAL, 28=OFF_LABEL_INTERVAL} +-3, 7
            esk-mdsi-us       | standard     | acute 8, 2 a week, 2/3-4/7, day1+27, gate
            iv-racemic-series | acute-2x     | acute 6, 2 a week, 2/3-4/7, gate; maintenance 7..84 +-3
            iv-racemic-series | acute-3x     | acute 6, 3 a week, 2/2-3/5, gate; maintenance 7..84 +-3
            iv-racemic-series | acute-weekly | acute 3, 1 a week, 5/7-7/10, gate; maintenance 7..84 +-3
            im-racemic-series | standard     | acute 6, 2 a week, 2/3-7/10, gate; maintenance 7..84 +-3
            """)
    void holds_the_phases_of_the_table(String id, String pattern, String phases) throws IOException {
        var schedule = Catalogue.protocol(id).scheduleFor(pattern).orElseThrow();

        assertThat(String.join(
                        "; ",
                        schedule.phases().stream()
                                .map(ProtocolCatalogueTest::text)
                                .toList()))
                .isEqualTo(phases);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            esk-trd-us        | IN | standard | 28 | true  | false | {HAMD17=7, MADRS=12, PHQ9=4, QIDSSR16=5} | 0+5  | 120 until resolved
            esk-trd-eu        | IN | standard | 28 | false | true  | {HAMD17=7, MADRS=12, PHQ9=4, QIDSSR16=5} | 0+5  | 120 until resolved
            esk-mdsi-us       | IN | standard | 28 | true  | true  | {HAMD17=7, MADRS=12, PHQ9=4, QIDSSR16=5} | 0+5  | 120 until resolved
            iv-racemic-series | IV | acute-2x | 28 | false | false | {HAMD17=7, MADRS=10, PHQ9=4, QIDSSR16=5} | 40+0 | 60, alone 120
            im-racemic-series | IM | standard | 42 | false | false | {HAMD17=7, MADRS=10, PHQ9=4, QIDSSR16=5} | 5+0  | 90
            """)
    void holds_the_other_numbers(
            String id,
            String route,
            String defaultPattern,
            int lapseDays,
            boolean rems,
            boolean antidepressant,
            String remission,
            String dosing,
            String observation)
            throws IOException {
        var protocol = Catalogue.protocol(id);
        var schedule = protocol.scheduleFor(defaultPattern).orElseThrow();
        var durations = schedule.durations();

        assertThat(protocol.defaultPattern()).isEqualTo(defaultPattern);
        assertThat(schedule.route()).isEqualTo(route);
        assertThat(schedule.scale()).isEqualTo("MADRS");
        assertThat(schedule.lapseDays()).isEqualTo(lapseDays);
        assertThat(schedule.rems()).isEqualTo(rems);
        assertThat(schedule.oralAntidepressantRequired()).isEqualTo(antidepressant);
        assertThat(new TreeMap<>(schedule.remission())).hasToString(remission);
        assertThat(durations.dosing() + "+" + durations.perFurtherDevice()).isEqualTo(dosing);
        assertThat(List.of(durations.checkIn(), durations.discharge(), durations.turnover()))
                .containsExactly(20, 10, 15);
        assertThat(text(schedule.observation())).isEqualTo(observation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            esk-trd-us        | mg [56, 84], day 1: any age [56]
            esk-trd-eu        | mg [28, 56, 84], day 1: below 65 [56], from 65 [28]
            esk-mdsi-us       | mg [56, 84], day 1: any age [84]
            iv-racemic-series | mgPerKg 0.1..1.0, start 0.5
            im-racemic-series | mgPerKg 0.25..1.5, start 0.5
            """)
    void holds_the_doses(String id, String doses) throws IOException {
        var held = Catalogue.protocol(id).doses();

        assertThat(held).isNotNull();
        assertThat(text(held)).isEqualTo(doses);
    }

    @Test
    void oral_ketamine_is_there_and_not_offered() throws IOException {
        var oral = Catalogue.protocol("oral-sublingual");

        assertThat(oral.offered()).isFalse();
        assertThat(oral.notOfferedBecause()).contains("FDA");
        assertThat(oral.scheduleFor("standard")).isEmpty();
    }

    @Test
    void an_unknown_pattern_has_no_schedule() throws IOException {
        assertThat(Catalogue.protocol("iv-racemic-series").scheduleFor("acute-4x"))
                .isEmpty();
    }

    private static String text(Phase phase) {
        return switch (phase) {
            case Series series ->
                series.id() + " " + series.sessions() + ", " + series.perWeek() + " a week, "
                        + text(series.gap()) + (series.lastDay() == null ? "" : ", day1+" + series.lastDay())
                        + (series.gated() ? ", gate" : "");
            case Open open ->
                open.id() + " "
                        + (open.min() == null
                                ? open.allowed() + " " + new TreeMap<>(open.flagged())
                                : open.min() + ".." + open.max())
                        + " +-" + open.window() + (open.defaultInterval() == null ? "" : ", " + open.defaultInterval());
        };
    }

    private static String text(Phase.Gap gap) {
        return gap.min() + "/" + gap.targetFrom() + "-" + gap.targetTo() + "/" + gap.max();
    }

    private static String text(Schedule.Observation observation) {
        return observation.minutes()
                + (observation.unescortedMinutes() == null ? "" : ", alone " + observation.unescortedMinutes())
                + (observation.untilResolved() ? " until resolved" : "");
    }

    private static String text(Schedule.Doses doses) {
        if (doses.min() != null) {
            return doses.unit() + " " + doses.min() + ".." + doses.max() + ", start " + doses.start();
        }
        var day1 = doses.day1().stream().map(ProtocolCatalogueTest::text).toList();
        return doses.unit() + " " + doses.allowed() + ", day 1: " + String.join(", ", day1);
    }

    private static String text(Schedule.Day1Dose day1) {
        var age = day1.ageFrom() != null
                ? "from " + day1.ageFrom()
                : day1.ageBelow() != null ? "below " + day1.ageBelow() : "any age";
        return age + " " + day1.allowed();
    }
}
