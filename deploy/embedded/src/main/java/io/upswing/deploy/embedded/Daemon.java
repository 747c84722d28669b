package io.upswing.deploy.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operating system process that may outlive this JVM. It is found again by its pid <em>and</em> its start, so that a
 * pid which now belongs to somebody else is never touched.
 */
public final class Daemon {
    private final String name;
    private final Path pidFile;
    private final Path log;

    private Daemon(String name, Path root) {
        this.name = name;
        this.pidFile = root.resolve("run").resolve(name + ".pid");
        this.log = root.resolve("log").resolve(name + ".log");
    }

    /** The daemon of that name below a root: {@code run/<name>.pid} and {@code log/<name>.log}. */
    public static Daemon in(Path root, String name) {
        return new Daemon(name, root);
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    /** Starts the command with its output in the log; it gets a session of its own, so a Ctrl-C does not reach it. */
    public void start(List<String> command, Map<String, String> environment) {
        if (isAlive()) {
            throw new IllegalStateException(name + " runs already");
        }
        try {
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(inOwnSession(command));
            builder.environment().putAll(environment);
            builder.redirectInput(new File("/dev/null")).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            var pid = builder.start().pid();
            Files.writeString(pidFile, pid + " " + startOf(pid).orElse("gone") + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    private static List<String> inOwnSession(List<String> command) {
        if (!Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return command;
        }
        var prefixed = new ArrayList<>(command);
        prefixed.addFirst("/usr/bin/setsid");
        return prefixed;
    }

    public Optional<Long> pid() {
        try {
            var words = Files.readString(pidFile).strip().split(" ", -1);
            var pid = Long.parseLong(words[0]);
            return startOf(pid).filter(words[1]::equals).map(start -> pid);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no pid file, or one that was cut off: nothing of ours runs
        }
    }

    public boolean isAlive() {
        return pid().isPresent();
    }

    /** Asks the process to end, and kills it when it has not done so in time. */
    public void stop(String signal, Duration grace) {
        pid().ifPresent(pid -> {
            Signals.send(signal, List.of(pid));
            if (!Wait.until(grace, () -> !isAlive())) {
                kill9();
            }
        });
        forget();
    }

    /** Kills the process and all its children, as a crash of the machine would. */
    public void kill9() {
        pid().ifPresent(pid -> {
            var family = family(pid);
            Signals.send("KILL", family);
            Wait.orFail(
                    Duration.ofSeconds(10),
                    "the end of " + name,
                    () -> family.stream().allMatch(member -> startOf(member).isEmpty()));
        });
        forget();
    }

    /** Freezes the process and its children where they are. */
    public void pause() {
        pid().ifPresent(pid -> Signals.send("STOP", family(pid)));
    }

    /** Lets a frozen process go on. */
    public void resume() {
        pid().ifPresent(pid -> Signals.send("CONT", family(pid)));
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Long> family(long pid) {
        var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants);
        return Stream.concat(Stream.of(pid), children.map(ProcessHandle::pid)).toList();
    }

    /**
     * When the process began, in the system's own unit; empty when it has ended, be it as a zombie. One whose other threads
     * are still ending has not: it holds its port until the last of them is gone.
     */
    private static Optional<String> startOf(long pid) {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            return ProcessHandle.of(pid)
                    .flatMap(handle -> handle.info().startInstant())
                    .map(Object::toString);
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var ended = "ZX".contains(fields[0]) && Integer.parseInt(fields[17]) <= 1;
            return ended ? Optional.empty() : Optional.of(fields[19]);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
