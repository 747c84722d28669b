package io.upswing.scheduling.duecases;

import java.util.Map;
import java.util.TreeMap;

/** Agreement between the tables and the rules, by field and by family. */
final class Scoreboard {
    private static final class Score {
        private int agreed;
        private int asked;

        void add(boolean agrees) {
            asked++;
            agreed += agrees ? 1 : 0;
        }
    }

    private final Map<String, Score> fields = new TreeMap<>();
    private final Map<String, Score> families = new TreeMap<>();

    void add(DueCase row, Map<String, String> actual) {
        row.expected()
                .forEach((field, expected) ->
                        fields.computeIfAbsent(field, key -> new Score()).add(expected.equals(actual.get(field))));
        families.computeIfAbsent(row.family(), key -> new Score())
                .add(row.expected().equals(actual));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("Due cases: agreement by field\n");
        append(fields, text);
        text.append("Due cases: agreement by family\n");
        append(families, text);
        return text.toString();
    }

    private static void append(Map<String, Score> scores, StringBuilder text) {
        scores.forEach((name, score) -> text.append("  %-14s %4d of %4d%n".formatted(name, score.agreed, score.asked)));
    }
}
