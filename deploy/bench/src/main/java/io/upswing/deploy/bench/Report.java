package io.upswing.deploy.bench;

import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says each figure as soon as it is known, and keeps all of them for a file. */
final class Report {
    private static final String ROW = "%-46s %14s   %-38s %14s  %7s   %-34s %-4s";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Machine machine;
    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    Report(Machine machine, PrintStream out) {
        this.machine = machine;
        this.out = out;
    }

    void begin() {
        out.println(machine);
        out.println(line("figure", "", "limit in the same run", "", "ratio", "asked", "reached"));
    }

    void add(Figure figure) {
        figures.add(figure);
        var limit = figure.limit();
        var ratio = figure.ratio();
        out.println(line(
                figure.name(),
                figure.measured().toString(),
                limit == null ? "-" : limit.name(),
                limit == null ? "" : limit.quantity().toString(),
                ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                figure.asked(),
                figure.verdict()));
        if (!figure.note().isEmpty()) {
            out.println("    " + figure.note());
        }
    }

    /** A measurement came to nothing. */
    void fail(String name, Exception cause, Path logs) {
        failures.add(name + ": " + cause.getMessage());
        out.println(name + " could not be measured: " + cause.getMessage() + " (logs are in " + logs + ")");
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    boolean allReached() {
        return !failed() && figures.stream().allMatch(Figure::reached);
    }

    void write(Path file) throws IOException {
        var root = JSON.createObjectNode();
        root.set("machine", JSON.valueToTree(machine));
        var rows = root.putArray("figures");
        figures.forEach(figure -> describe(figure, rows.addObject()));
        failures.forEach(root.putArray("failures")::add);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writer(new DefaultPrettyPrinter()).writeValue(file.toFile(), root);
    }

    private static void describe(Figure figure, ObjectNode row) {
        row.put("figure", figure.name());
        row.put("value", figure.measured().value());
        row.put("unit", figure.measured().unit());
        var limit = figure.limit();
        if (limit != null) {
            row.put("limit", limit.name());
            row.put("limitValue", limit.quantity().value());
            row.put("limitUnit", limit.quantity().unit());
            row.put("ratio", figure.ratio());
        }
        row.put("asked", figure.asked());
        row.put("reached", figure.reached());
        row.put("note", figure.note());
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells).stripTrailing();
    }
}
