package io.upswing.deploy.local;

import io.upswing.deploy.embedded.Folders;
import io.upswing.deploy.embedded.Ports;
import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.embedded.Wait;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts and stops the clinic's processes in their order: servers before the services that need them. */
final class Conductor {
    private static final Duration RESEED = Duration.ofMinutes(10);

    private final Clinic clinic;
    private final PrintStream out;
    private final ReadWriteLock ends = new ReentrantReadWriteLock();
    private volatile boolean begun;
    private boolean ending;

    Conductor(Clinic clinic, PrintStream out) {
        this.clinic = clinic;
        this.out = out;
    }

    /** Starts what of the named processes does not run, and waits until all of them answer. */
    void up(Set<String> names) {
        var wanted = clinic.all().stream()
                .filter(server -> names.contains(name(server)))
                .toList();
        var missing =
                wanted.stream().filter(server -> !server.daemon().isAlive()).toList();
        clinic.ports().requireFree(portNames(missing), Ports::isTaken);
        begun = true;
        clinic.rememberPorts();
        inParallel(wanted.stream().filter(clinic.servers()::contains), this::start);
        var services = wanted.stream().filter(Service.class::isInstance).map(Service.class::cast);
        inParallel(services, service -> {
            createDatabase(service);
            start(service);
        });
    }

    /** Ends everything that runs; whoever else is starting something in this JVM finds that it may not. */
    void down() {
        ends.writeLock().lock();
        ending = true;
        ends.writeLock().unlock();
        inParallel(clinic.services().stream(), Server::stop);
        inParallel(clinic.servers().stream(), Server::stop);
    }

    /** Ends everything unless {@link #up} was refused before it touched anything. */
    void downIfBegun() {
        if (begun) {
            out.println("Ending everything.");
            down();
        }
    }

    /** Drops the service's database, and waits until the service has made it again from the log. */
    void rebuild(String name) {
        requireServers();
        var service = clinic.service(name);
        service.stop();
        clinic.postgres().databases().drop(service.database());
        createDatabase(service);
        start(service);
    }

    /** Deletes Kafka's data, and waits until the services have written them again from their event tables. */
    void reseed() {
        requireServers();
        inParallel(clinic.services().stream(), Server::stop);
        clinic.kafka().stop();
        Folders.delete(clinic.kafka().data());
        start(clinic.kafka());
        inParallel(clinic.services().stream(), service -> {
            start(service);
            awaitLogged(service);
        });
    }

    private void awaitLogged(Service service) {
        Wait.orFail(
                RESEED,
                service.name() + " to log all its events again",
                () -> service.unsentEvents().orElse(1) == 0);
        out.println(service.name() + ": every event is logged again");
    }

    private void start(Server server) {
        var began = System.nanoTime();
        if (server.daemon().isAlive() && server.healthy()) {
            out.println(name(server) + " runs on port " + server.port());
            return;
        }
        launch(server);
        server.awaitReady();
        var seconds = (System.nanoTime() - began) / 1e9;
        out.printf("%s is ready on port %d after %.1f s%n", name(server), server.port(), seconds);
    }

    /** What is being launched when everything ends is launched first, and then ended. */
    private void launch(Server server) {
        ends.readLock().lock();
        try {
            if (ending) {
                throw new Complaint("Interrupted.");
            }
            server.launch();
        } finally {
            ends.readLock().unlock();
        }
    }

    private void createDatabase(Service service) {
        var databases = clinic.postgres().databases();
        if (!databases.has(service.database())) {
            databases.create(service.database());
        }
    }

    private void requireServers() {
        Stream.of(clinic.kafka(), clinic.postgres())
                .filter(server -> !server.healthy())
                .findFirst()
                .ifPresent(server -> {
                    throw new Complaint(name(server) + " does not run: ./clinic up starts it.");
                });
    }

    private static List<String> portNames(List<Server> servers) {
        return servers.stream()
                .map(Conductor::name)
                .flatMap(name -> name.equals("smtp") ? Stream.of(name, PortPlan.MAIL_PAGE) : Stream.of(name))
                .toList();
    }

    private static String name(Server server) {
        return server.daemon().name();
    }

    private static <T> void inParallel(Stream<T> servers, Consumer<T> action) {
        var running = servers.map(
                        server -> CompletableFuture.runAsync(() -> action.accept(server), Thread::startVirtualThread))
                .toList();
        try {
            running.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
