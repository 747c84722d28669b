package io.upswing.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The lock that a killed PostgreSQL leaves behind. PostgreSQL does not always see through it: its pid can be another
 * program's by now, or a zombie's, or children of the killed server still use its shared memory for a moment.
 */
record PostmasterLock(Path file) {
    private static final Path SHARED_MEMORY = Path.of("/proc/sysvipc/shm");
    private static final Duration CHILDREN_END = Duration.ofSeconds(20);

    void clear() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        var lines = Files.readAllLines(file);
        if (lines.size() > 6) {
            var id = words(lines.get(6)).getLast();
            Wait.until(CHILDREN_END, () -> !isAttached(id));
        }
        if (lines.isEmpty() || !isRunning(lines.getFirst())) {
            Files.delete(file);
        }
    }

    private static boolean isRunning(String pid) {
        return ProcessHandle.of(Long.parseLong(pid.strip()))
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    /** The lock's seventh line names the segment; the system lists segments with key, id, ... and users seventh. */
    private static boolean isAttached(String id) {
        try (var segments = Files.lines(SHARED_MEMORY)) {
            return segments.map(PostmasterLock::words)
                    .anyMatch(words -> words.get(1).equals(id) && !words.get(6).equals("0"));
        } catch (IOException e) {
            return false; // not Linux: PostgreSQL will say if there is something left
        }
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+", -1));
    }
}
