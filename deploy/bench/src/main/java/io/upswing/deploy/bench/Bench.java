package io.upswing.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./clinic bench} calls: {@code <root of the data> <root of the repository> [figure ...] [--size n]}. */
public final class Bench {
    private static final List<String> FIGURES = List.of(
            "standings",
            "append",
            "start",
            "http",
            "readable",
            "replay",
            "slots",
            "series",
            "booking",
            "plans",
            "dispatch");
    private static final List<Logger> CHATTY = loggers("org.apache.kafka", "org.flywaydb");

    private Bench() {}

    public static void main(String[] arguments) throws IOException {
        CHATTY.forEach(logger -> logger.setLevel(Level.SEVERE));
        try {
            var words = new ArrayList<>(Arrays.asList(arguments).subList(2, arguments.length));
            var sizes = Sizes.takenFrom(words);
            requireKnown(words);
            var good = run(Path.of(arguments[0]), Path.of(arguments[1]), words.isEmpty() ? FIGURES : words, sizes);
            System.exit(good ? 0 : 2);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void requireKnown(List<String> words) {
        if (!FIGURES.containsAll(words)) {
            throw new IllegalArgumentException("The figures are: " + String.join(", ", FIGURES) + ".");
        }
    }

    private static boolean run(Path data, Path home, List<String> figures, Sizes sizes) throws IOException {
        Files.createDirectories(data);
        var report = new Report(Machine.measure(data), System.out);
        report.begin();
        var program = new Program(data.resolve("bench"), home, sizes, report);
        Runtime.getRuntime().addShutdownHook(new Thread(program::end));
        try {
            program.run(figures);
        } finally {
            report.write(data.resolve("bench.json"));
        }
        return report.allReached();
    }

    /** Held, because a log manager forgets loggers that nobody holds; ours has to be named before the first of them. */
    private static List<Logger> loggers(String... names) {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        return Arrays.stream(names).map(Logger::getLogger).toList();
    }
}
