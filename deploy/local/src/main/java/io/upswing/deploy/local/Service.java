package io.upswing.deploy.local;

import io.upswing.deploy.embedded.Daemon;
import io.upswing.deploy.embedded.JavaProgram;
import io.upswing.deploy.embedded.Server;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One of our three services, packaged, in a process of its own. */
record Service(Daemon daemon, Path jar, int port, Supplier<Map<String, String>> environment) implements Server {
    private static final String UNSENT = "upswing_log_unsent_events";

    String name() {
        return daemon.name();
    }

    String database() {
        return name().replace("-service", "");
    }

    @Override
    public void launch() {
        if (daemon.isAlive()) {
            return;
        }
        if (!Files.exists(jar)) {
            throw new Complaint(name() + " is not built: " + jar + " is missing.");
        }
        daemon.start(JavaProgram.ofJar(jar, flags()).command(), environment.get());
    }

    /** The build leaves a cache of what a start loads beside the jar; a JVM that it does not fit does without. */
    private List<String> flags() {
        var cache = "-XX:AOTCache=" + jar.resolveSibling("app.aot");
        return Stream.concat(LocalSystem.SERVICE_FLAGS.stream(), Stream.of(cache))
                .toList();
    }

    @Override
    public void stop() {
        daemon.stop("TERM", Duration.ofSeconds(15));
    }

    /** A service reads its own log before it is ready, which takes as long as the log is. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean healthy() {
        try {
            return get("/q/health/ready").getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** How many events wait to be sent to Kafka; empty while the service cannot say. */
    OptionalDouble unsentEvents() {
        try (var body = get("/q/metrics").getInputStream()) {
            var lines = new String(body.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> line.startsWith(UNSENT))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .reduce(Double::sum);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private HttpURLConnection get(String path) throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + path).toURL();
        var connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(5_000);
        return connection;
    }
}
