package io.upswing.scheduling.duecases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.upswing.series.DueItem;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
                    .concat(",scores,records,due,missed_targets,no_shows,score_means")
                    .split(","));

    @TestFactory
    Stream<DynamicTest> every_row() {
        return CASES.stream().map(row -> dynamicTest(row.id() + " " + row.get("title"), () -> agrees(row)));
    }

    private static void agrees(DueCase row) {
        var history = new CaseHistory(row);
        var actual = DueCase.actual(history.standing(row.asOf()), history.meaning(row.asOf()));
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
    void every_rule_has_a_row() {
        var rules = IntStream.rangeClosed(1, 17).mapToObj(rule -> "R" + rule).toList();

        assertThat(CASES).flatExtracting(row -> row.parts("rules")).containsAll(rules);
    }

    @Test
    void every_kind_of_item_has_a_row_in_each_of_its_states() {
        for (var kind : DueItem.Kind.values()) {
            assertThat(CASES)
                    .flatExtracting(row -> row.parts("due"))
                    .anyMatch(due -> due.startsWith(kind + ":") && due.endsWith(":PENDING"))
                    .anyMatch(due ->
                            kind == DueItem.Kind.MEASURE || (due.startsWith(kind + ":") && due.endsWith(":OVERDUE")));
        }
    }

    @AfterAll
    static void print() {
        System.out.print(SCOREBOARD);
    }
}
