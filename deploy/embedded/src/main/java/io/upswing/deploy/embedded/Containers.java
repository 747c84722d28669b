package io.upswing.deploy.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The shared servers as containers. */
record Containers() implements Backing {

    /** Whether an engine answers; without a sign of one Testcontainers is not even asked, which takes a while. */
    static boolean available() {
        var signs = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
        return signs && DockerClientFactory.instance().isDockerAvailable();
    }

    @Override
    public String startKafka() {
        var kafka = new KafkaContainer("apache/kafka:4.1.2")
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "3000")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        start(kafka);
        return kafka.getBootstrapServers();
    }

    @Override
    public Databases startPostgres() {
        var postgres = new PostgreSQLContainer("postgres:18")
                .withUsername("upswing")
                .withPassword("upswing")
                .withDatabaseName("postgres")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200")
                .withStartupAttempts(3); // an image may fail to make its database now and then
        start(postgres);
        return new Databases(postgres.getHost(), postgres.getFirstMappedPort(), "upswing", "upswing");
    }

    private static void start(GenericContainer<?> container) {
        container.start();
        // Beside Testcontainers' own reaper, which some engines cannot run
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    }

    @Override
    public String toString() {
        return "containers";
    }
}
