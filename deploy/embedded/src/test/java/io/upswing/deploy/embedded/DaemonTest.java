package io.upswing.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonTest {
    @TempDir
    Path root;

    private Daemon daemon;

    @BeforeEach
    void create() {
        daemon = Daemon.in(root, "sleeper");
    }

    @AfterEach
    void end() {
        daemon.kill9();
    }

    @Test
    void is_found_again_by_its_name() {
        daemon.start(List.of("sleep", "100"), Map.of());
        assertThat(Daemon.in(root, "sleeper").pid()).isEqualTo(daemon.pid()).isPresent();
    }

    @Test
    void is_gone_once_it_was_killed_from_outside() {
        daemon.start(List.of("sleep", "100"), Map.of());
        ProcessHandle.of(daemon.pid().orElseThrow()).orElseThrow().destroyForcibly();
        assertThat(Wait.until(Duration.ofSeconds(10), () -> !daemon.isAlive())).isTrue();
    }

    @Test
    void does_not_touch_a_process_that_got_its_pid_later() throws IOException {
        var other = new ProcessBuilder("sleep", "100").start();
        try {
            daemon.start(List.of("true"), Map.of());
            Files.writeString(root.resolve("run/sleeper.pid"), other.pid() + " 1\n");
            assertThat(daemon.isAlive()).isFalse();
            daemon.kill9();
            daemon.stop("TERM", Duration.ofSeconds(1));
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void is_killed_when_it_does_not_end_in_time() {
        daemon.start(List.of("sh", "-c", "trap '' TERM; while :; do sleep 1; done"), Map.of());
        daemon.stop("TERM", Duration.ofMillis(200));
        assertThat(daemon.isAlive()).isFalse();
    }

    @Test
    void a_pid_file_that_was_cut_off_means_that_nothing_runs() throws IOException {
        Files.createDirectories(root.resolve("run"));
        Files.writeString(root.resolve("run/sleeper.pid"), "12");
        assertThat(daemon.isAlive()).isFalse();
    }

    @Test
    void writes_what_it_says_into_its_log() {
        daemon.start(List.of("sh", "-c", "echo \"hello $NAME\"; echo trouble >&2"), Map.of("NAME", "Ama"));
        assertThat(Wait.until(Duration.ofSeconds(10), () -> !daemon.isAlive())).isTrue();
        assertThat(daemon.log()).hasContent("hello Ama\ntrouble");
    }
}
