package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.JavaProgram;
import io.upswing.deploy.local.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code ./clinic} runs, called as it calls it. */
record Command(Path root, Path home, Map<String, String> environment) {
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1");

    /** Seconds until the command came back. */
    double seconds(String... words) throws IOException, InterruptedException {
        var program = JavaProgram.ofClass(System.getProperty("java.class.path"), Main.class.getName(), FLAGS);
        var command = program.command(root.toString(), home.toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(root.resolveSibling("bench.log").toFile());
        builder.environment().putAll(environment);
        var from = System.nanoTime();
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(
                    String.join(" ", words) + " failed, see " + root.resolveSibling("bench.log"));
        }
        return (System.nanoTime() - from) / 1e9;
    }
}
