package io.upswing.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The servers all tests of a JVM share, each started when it is first needed. It answers with plain text, since it is
 * asked across class loaders.
 */
final class SharedServers {
    private static final Supplier<Path> ROOT = new Once<>(SharedServers::watchedFolder);
    private static final Supplier<Backing> BACKING = new Once<>(SharedServers::choose);
    private static final Supplier<String> KAFKA = new Once<>(() -> BACKING.get().startKafka());
    private static final Supplier<Databases> POSTGRES =
            new Once<>(() -> BACKING.get().startPostgres());
    private static final Supplier<Smtp> SMTP = new Once<>(SharedServers::startSmtp);
    private static final Supplier<KeyPair> KEYS = new Once<>(Tokens::newKeyPair);

    private SharedServers() {}

    /** Under this class loader: Testcontainers finds its parts through the thread's, which may be a test's own. */
    static String ask(String what) {
        var thread = Thread.currentThread();
        var callers = thread.getContextClassLoader();
        thread.setContextClassLoader(SharedServers.class.getClassLoader());
        try {
            return answer(what);
        } finally {
            thread.setContextClassLoader(callers);
        }
    }

    private static String answer(String what) {
        return switch (what) {
            case "root" -> ROOT.get().toString();
            case "kafka" -> KAFKA.get();
            case "postgres" -> {
                var databases = POSTGRES.get();
                yield databases.host() + " " + databases.port() + " " + databases.username() + " "
                        + databases.password();
            }
            case "smtp" -> SMTP.get().port() + " " + SMTP.get().pagePort();
            case "private-key" -> base64(KEYS.get().getPrivate().getEncoded());
            case "public-key" -> base64(KEYS.get().getPublic().getEncoded());
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static Backing choose() {
        var wanted = System.getProperty("upswing.infrastructure", "").toLowerCase(Locale.ROOT);
        var backing = switch (wanted) {
            case "containers" -> new Containers();
            case "embedded" -> new Processes(ROOT.get().resolve("shared"));
            case "" ->
                Containers.available()
                        ? new Containers()
                        : new Processes(ROOT.get().resolve("shared"));
            default -> throw new IllegalArgumentException("upswing.infrastructure is embedded or containers");
        };
        // Not through a logger: in most modules' tests none is configured, and this must be seen in every build
        System.out.println("Test infrastructure: Kafka and PostgreSQL run as " + backing);
        return backing;
    }

    private static Path watchedFolder() {
        try {
            var folder = Files.createTempDirectory("upswing-");
            Reaper.watch(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Smtp startSmtp() {
        var smtp = Smtp.in(ROOT.get().resolve("shared"), Ports.free(), Ports.free());
        smtp.start();
        return smtp;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
