package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.embedded.Ports;
import io.upswing.deploy.embedded.Reaper;
import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packaged services on free ports and a data folder of their own: started once for all stories, gone with the JVM. */
final class RunningSystem {
    static final List<String> SERVICES = List.of("session-service", "scheduling-service", "notification-service");

    private RunningSystem() {}

    static LocalSystem get() {
        return Holder.SYSTEM;
    }

    /** Until everything that was recorded is in the topics. */
    static void awaitNothingUnsent() {
        Wait.until(
                Duration.ofSeconds(60), () -> get().unsent().values().stream().allMatch(count -> count.orElse(1) == 0));
        assertThat(get().unsent())
                .allSatisfy((service, count) -> assertThat(count).hasValue(0));
    }

    private static final class Holder {
        static final LocalSystem SYSTEM = start();
    }

    private static LocalSystem start() {
        try {
            var folder = Files.createTempDirectory("upswing-e2e-");
            Reaper.watch(folder);
            var root = Files.createDirectory(folder.resolve("system"));
            var logs = Files.createDirectories(Path.of(System.getProperty("upswing.logs")));
            Files.createSymbolicLink(root.resolve("log"), logs.toAbsolutePath());
            var home = Path.of(System.getProperty("upswing.home")).toRealPath();
            var system = LocalSystem.in(root, home, freePorts(), System.out);
            system.up();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> freePorts() {
        var taken = new HashSet<Integer>();
        return Stream.of(
                        "KAFKA",
                        "POSTGRES",
                        "SMTP",
                        "MAIL_PAGE",
                        "SMS",
                        "SESSION_SERVICE",
                        "SCHEDULING_SERVICE",
                        "NOTIFICATION_SERVICE")
                .collect(Collectors.toMap(
                        name -> "CLINIC_PORT_" + name,
                        name -> Integer.toString(Stream.generate(Ports::free)
                                .filter(taken::add)
                                .findFirst()
                                .orElseThrow())));
    }
}
