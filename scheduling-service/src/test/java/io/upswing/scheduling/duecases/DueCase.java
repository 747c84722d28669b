package io.upswing.scheduling.duecases;

import io.upswing.series.DueItem;
import io.upswing.series.Flag;
import io.upswing.series.Standing;
import io.upswing.series.Standing.Prompt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a table: a history, a date, and what the rules must say. */
record DueCase(String family, Map<String, String> row) {
    static final List<String> EXPECTED = List.of(
            "phase",
            "given",
            "planned",
            "earliest",
            "target_from",
            "target_to",
            "latest",
            "lapses_on",
            "state",
            "flags",
            "prompts",
            "due",
            "missed_targets",
            "no_shows",
            "score_means");
    private static final Path TABLES = Path.of("src/test/resources/due-cases");

    static List<DueCase> all() {
        try (Stream<Path> files = Files.list(TABLES)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .flatMap(DueCase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DueCase> of(Path file) {
        try {
            var family = file.getFileName().toString().replace(".csv", "");
            return CsvTable.parse(Files.readString(file)).stream().map(row -> new DueCase(family, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String get(String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** The parts of a cell that lists several, in order; none for an empty cell. */
    List<String> parts(String column) {
        return Stream.of(get(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    String id() {
        return get("case_id");
    }

    LocalDate asOf() {
        return LocalDate.parse(get("as_of"));
    }

    Map<String, String> expected() {
        return EXPECTED.stream()
                .collect(Collectors.toMap(column -> column, this::get, (one, other) -> one, LinkedHashMap::new));
    }

    /** A standing in the words of the table. */
    static Map<String, String> actual(Standing standing, String scoreMeans) {
        var next = standing.next();
        var actual = new LinkedHashMap<String, String>();
        actual.put("phase", standing.phase());
        actual.put("given", text(standing.given()));
        actual.put("planned", text(standing.planned()));
        actual.put("earliest", text(next == null ? null : next.earliest()));
        actual.put("target_from", text(next == null ? null : next.targetFrom()));
        actual.put("target_to", text(next == null ? null : next.targetTo()));
        actual.put("latest", text(next == null ? null : next.latest()));
        actual.put("lapses_on", text(standing.lapsesOn()));
        actual.put("state", standing.state().name());
        actual.put("flags", standing.flags().stream().map(DueCase::text).collect(Collectors.joining(";")));
        actual.put("prompts", standing.prompts().stream().map(Prompt::code).collect(Collectors.joining(";")));
        actual.put("due", standing.dueItems().stream().map(DueCase::text).collect(Collectors.joining(";")));
        actual.put("missed_targets", text(standing.missedTargets()));
        actual.put("no_shows", text(standing.noShows()));
        actual.put("score_means", scoreMeans);
        return actual;
    }

    private static String text(DueItem item) {
        return item.kind() + ":" + item.from() + "/" + item.on() + "/" + item.overdueAfter() + ":" + item.state();
    }

    private static String text(Flag flag) {
        return flag.code() + "@" + flag.on();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
