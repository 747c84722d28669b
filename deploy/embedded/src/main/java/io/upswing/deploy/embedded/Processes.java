package io.upswing.deploy.embedded;

import java.nio.file.Path;

/** The shared servers as child processes. */
record Processes(Path root) implements Backing {

    @Override
    public String startKafka() {
        var kafka = Kafka.in(root, Ports.free());
        kafka.start();
        return kafka.bootstrapServers();
    }

    @Override
    public Databases startPostgres() {
        // Not a machine's crash is tested here, so nothing waits for the disk
        var postgres = Postgres.in(root, Ports.free(), "fsync=off");
        postgres.start();
        return postgres.databases();
    }

    @Override
    public String toString() {
        return "child processes";
    }
}
