package io.upswing.scheduling.duecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.upswing.series.DueRules;
import io.upswing.series.PatientFacts;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every row of the published tables against the rules and prints how far they agree. */
class DueCasesTest {
    private static final List<DueCase> CASES = DueCase.all();
    private static final Scoreboard SCOREBOARD = new Scoreboard();
    private static final List<String> COLUMNS = List.of(
            "case_id,title,protocol,pattern,zone,prescribed_on,sessions,decisions,intervals,pauses,as_of,phase,given,planned"
                    .concat(",earliest,target_from,target_to,latest,lapses_on,state,flags,prompts,rules,why_in_words")
                    .concat(",boundary_pair,source,added,changed,reason_for_change,reviewed_by")
                    .split(","));

    @TestFactory
    Stream<DynamicTest> every_row() {
        return CASES.stream().map(row -> dynamicTest(row.id() + " " + row.get("title"), () -> agrees(row)));
    }

    private static void agrees(DueCase row) {
        var history = new CaseHistory(row);
        var actual = DueCase.actual(
                DueRules.standing(history.facts(), PatientFacts.NONE, row.asOf(), history.appointments()));
        SCOREBOARD.add(row, actual);

        assertThat(actual).as(row.get("why_in_words")).isEqualTo(row.expected());
    }

    @Test
    void every_row_has_the_published_columns_a_reason_and_an_id_of_its_own() {
        assertThat(CASES).extracting(DueCase::id).doesNotHaveDuplicates().isNotEmpty();
        assertThat(CASES).allSatisfy(row -> {
            assertThat(row.row().keySet()).containsExactlyElementsOf(COLUMNS);
            assertThat(row.get("why_in_words")).isNotBlank();
            assertThat(row.parts("rules")).isNotEmpty().allMatch(rule -> rule.matches("R([1-9]|1[0-7])"));
            assertThat(row.get("source")).isIn("label", "trial", "default");
            assertThat(ZoneId.of(row.get("zone"))).isNotNull();
        });
    }

    @Test
    void the_two_of_a_boundary_pair_have_different_answers() {
        Map<String, DueCase> byId = CASES.stream().collect(Collectors.toMap(DueCase::id, Function.identity()));
        for (var row : CASES) {
            var other = row.get("boundary_pair");
            if (!other.isEmpty()) {
                assertThat(byId).containsKey(other);
                assertThat(byId.get(other).expected()).as(row.id()).isNotEqualTo(row.expected());
            }
        }
    }

    @Test
    void every_rule_on_dates_has_a_row() {
        assertThat(CASES)
                .flatExtracting(row -> row.parts("rules"))
                .contains("R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14");
    }

    @AfterAll
    static void print() {
        System.out.print(SCOREBOARD);
    }
}
