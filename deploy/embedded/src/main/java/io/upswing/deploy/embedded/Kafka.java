package io.upswing.deploy.embedded;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** One Kafka broker in KRaft mode, in a JVM and on a class path of its own. */
public final class Kafka implements Server {
    private static final List<String> FLAGS = List.of("-Xms128m", "-Xmx512m");

    private final Daemon daemon;
    private final Path data;
    private final Path configuration;
    private final int port;

    private Kafka(Path root, int port) {
        this.daemon = Daemon.in(root, "kafka");
        this.data = root.resolve("data/kafka");
        this.configuration = root.resolve("run/kafka.properties");
        this.port = port;
    }

    /** The broker whose data, log and pid file are below a root. */
    public static Kafka in(Path root, int port) {
        return new Kafka(root.toAbsolutePath(), port);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Where the broker keeps its records. */
    public Path data() {
        return data;
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
    public void launch() {
        if (daemon.isAlive()) {
            return;
        }
        try {
            configure();
            if (!Files.exists(data.resolve("meta.properties"))) {
                format();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare Kafka's data", e);
        }
        daemon.start(program("kafka.Kafka").command(configuration.toString()), Map.of());
    }

    @Override
    public void stop() {
        daemon.stop("TERM", Duration.ofSeconds(20));
    }

    private void configure() throws IOException {
        Files.createDirectories(configuration.getParent());
        Files.createDirectories(data);
        var template = resource("kafka.properties");
        var filled = template.replace("${port}", Integer.toString(port))
                .replace("${controller.port}", Integer.toString(Ports.free()))
                .replace("${data}", data.toString());
        Files.writeString(configuration, filled);
        Files.writeString(logging(), resource("kafka-log4j2.xml"));
    }

    private void format() throws IOException {
        var format = program("kafka.tools.StorageTool")
                .command("format", "--ignore-formatted", "-t", clusterId(), "-c", configuration.toString());
        Files.createDirectories(daemon.log().getParent());
        var process = new ProcessBuilder(format)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(daemon.log().toFile()))
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("Formatting failed, see " + daemon.log());
        }
    }

    private JavaProgram program(String mainClass) {
        var flags = new ArrayList<>(FLAGS);
        flags.add("-Dlog4j2.configurationFile=" + logging());
        return JavaProgram.ofClass(resource("kafka.classpath").strip(), mainClass, flags);
    }

    private Path logging() {
        return configuration.resolveSibling("kafka-log4j2.xml");
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        bytes[0] &= 0x7f; // with the first bit set it can begin with "-" and look like an option
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String resource(String name) {
        try (InputStream in = Kafka.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks for the broker's API versions: it answers requests only once it has joined its cluster. */
    @Override
    public boolean healthy() {
        try (var socket = new Socket()) {
            socket.setSoTimeout(2_000);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
            socket.getOutputStream().write(apiVersionsRequest());
            return new DataInputStream(socket.getInputStream()).readInt() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] apiVersionsRequest() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(10); // size of what follows
        out.writeShort(18); // ApiVersions
        out.writeShort(0); // version
        out.writeInt(1); // correlation id
        out.writeShort(-1); // no client id
        return bytes.toByteArray();
    }
}
