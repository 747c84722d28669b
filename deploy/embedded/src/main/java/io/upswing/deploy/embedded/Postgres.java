package io.upswing.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One PostgreSQL server. */
public final class Postgres implements Server {
    private static final String USER = "upswing";
    private static final String PASSWORD = "upswing";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=200",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %d ");

    private final Daemon daemon;
    private final Path data;
    private final int port;
    private final List<String> settings;

    private Postgres(Path root, int port, List<String> settings) {
        this.daemon = Daemon.in(root, "postgres");
        this.data = root.resolve("data/postgres");
        this.port = port;
        this.settings = settings;
    }

    /** The server whose data, log and pid file are below a root, with settings ({@code fsync=off}) beside our own. */
    public static Postgres in(Path root, int port, String... settings) {
        return new Postgres(root.toAbsolutePath(), port, List.of(settings));
    }

    public Databases databases() {
        return new Databases("127.0.0.1", port, USER, PASSWORD);
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean healthy() {
        return databases().answer();
    }

    @Override
    public void launch() {
        if (daemon.isAlive()) {
            return;
        }
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            new PostmasterLock(data.resolve("postmaster.pid")).clear();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare PostgreSQL's data", e);
        }
        var command =
                new ArrayList<>(List.of(program("postgres"), "-D", data.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        daemon.start(Unprivileged.command(command), Map.of("LC_ALL", "C"));
    }

    /** PostgreSQL's fast shutdown: clients are sent away, the data are left clean. */
    @Override
    public void stop() {
        daemon.stop("INT", Duration.ofSeconds(20));
    }

    /** Initialises beside the target and renames: what was interrupted is begun again. */
    private void initialise() throws IOException {
        var half = data.resolveSibling("postgres.new");
        Folders.delete(half);
        Files.createDirectories(half.getParent());
        Files.createDirectories(daemon.log().getParent());
        var password = Files.writeString(data.resolveSibling("postgres.password"), PASSWORD);
        var process = new ProcessBuilder(Unprivileged.command(List.of(
                        program("initdb"),
                        "-D",
                        half.toString(),
                        "-U",
                        USER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-instructions",
                        "--no-sync")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(daemon.log().toFile()))
                .start();
        var exit = process.onExit().join().exitValue();
        Files.delete(password);
        if (exit != 0) {
            throw new IOException("initdb failed, see " + daemon.log());
        }
        Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String program(String name) {
        return PostgresBinaries.home().resolve("bin").resolve(name).toString();
    }
}
