package io.upswing.deploy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Kafka, PostgreSQL and SMTP for tests: started once a JVM, in containers where an engine answers and as child processes
 * otherwise ({@code -Dupswing.infrastructure=embedded|containers} decides), and gone when the JVM is.
 */
public final class Infrastructure {
    private static final Infrastructure INSTANCE = new Infrastructure();

    private final UnaryOperator<String> servers = inTheSystemsClassLoader();

    private Infrastructure() {}

    public static Infrastructure get() {
        return INSTANCE;
    }

    /** Kafka's addresses; topics of other tests may be there. */
    public String bootstrapServers() {
        return servers.apply("kafka");
    }

    /** A fresh, empty database; one of that name that was there before is dropped. */
    public Database database(String name) {
        databases().drop(name);
        return databases().create(name);
    }

    public String smtpHost() {
        return "127.0.0.1";
    }

    public int smtpPort() {
        return smtp().port();
    }

    /** The mail an address got, oldest first. */
    public List<Mail> mails(String to) {
        return smtp().mails(to);
    }

    /** A broker of the caller's own, for tests that kill or freeze it; always a process, not started yet. */
    public Kafka ownKafka() {
        return Kafka.in(ownFolder(), Ports.free());
    }

    /** A PostgreSQL server of the caller's own, for tests that kill or freeze it; always a process, not started yet. */
    public Postgres ownPostgres() {
        return Postgres.in(ownFolder(), Ports.free());
    }

    /** An SMTP server of the caller's own, for tests that kill or freeze it; always a process, not started yet. */
    public Smtp ownSmtp() {
        return Smtp.in(ownFolder(), Ports.free(), Ports.free());
    }

    /** The key the tests' tokens are verified with, as Quarkus takes it. */
    String publicKey() {
        return servers.apply("public-key");
    }

    String privateKey() {
        return servers.apply("private-key");
    }

    private Databases databases() {
        var words = servers.apply("postgres").split(" ", -1);
        return new Databases(words[0], Integer.parseInt(words[1]), words[2], words[3]);
    }

    private Smtp smtp() {
        var ports = servers.apply("smtp").split(" ", -1);
        return Smtp.in(Path.of(servers.apply("root")), Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    private Path ownFolder() {
        try {
            return Files.createTempDirectory(Path.of(servers.apply("root")), "own-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Quarkus loads test code in several class loaders of limited life; what runs once a JVM lives in the system's. */
    private static UnaryOperator<String> inTheSystemsClassLoader() {
        try {
            var type = ClassLoader.getSystemClassLoader().loadClass(SharedServers.class.getName());
            var ask = type.getDeclaredMethod("ask", String.class);
            ask.setAccessible(true);
            return what -> {
                try {
                    return (String) ask.invoke(null, what);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("The tests' " + what + " did not start", e.getCause());
                }
            };
        } catch (ReflectiveOperationException e) {
            return SharedServers::ask; // not on the system's class path: whoever loaded this class keeps them
        }
    }
}
