package io.upswing.deploy.local;

import io.upswing.deploy.embedded.Daemon;
import io.upswing.deploy.embedded.Databases;
import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.embedded.Sms;
import io.upswing.deploy.embedded.Smtp;
import io.upswing.deploy.local.client.Api;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** The local system as programs use it: where it answers, who may ask, and what {@code ./clinic} can do to it. */
public final class LocalSystem {
    /** Of a service's JVM. Small headers: an idle service holds many small objects. */
    public static final List<String> SERVICE_FLAGS = List.of("-Xms64m", "-Xmx512m", "-XX:+UseCompactObjectHeaders");

    private final Clinic clinic;
    private final Conductor conductor;

    private LocalSystem(Clinic clinic, PrintStream out) {
        this.clinic = clinic;
        this.conductor = new Conductor(clinic, out);
    }

    /**
     * The system whose data are below {@code root}, running or not.
     *
     * @param home the root of the repository, below which the services are built
     * @param environment ports other than the defaults, as {@code ./clinic} reads them
     */
    public static LocalSystem in(Path root, Path home, Map<String, String> environment, PrintStream out) {
        return new LocalSystem(new Clinic(root, home, environment), out);
    }

    /** The API as staff of a clinic use it. */
    public Api api(String clinicId) {
        return new Api(addresses(), role -> token(role, clinicId, "local-" + role));
    }

    public Map<String, URI> addresses() {
        return clinic.services().stream().collect(Collectors.toMap(Service::name, LocalSystem::address));
    }

    public String token(String role, String clinicId, String subject) {
        return clinic.keys().token(role, clinicId, subject, Clock.systemUTC().instant());
    }

    /** The server that took the mail. */
    public Smtp mail() {
        return Smtp.in(clinic.root(), clinic.ports().of("smtp"), clinic.ports().of(PortPlan.MAIL_PAGE));
    }

    /** Who takes the text messages; not started by {@link #up()}, and only where {@code CLINIC_PORT_SMS} says where. */
    public Sms textMessages() {
        return clinic.sms();
    }

    public Databases databases() {
        return clinic.postgres().databases();
    }

    public String bootstrapServers() {
        return clinic.kafka().bootstrapServers();
    }

    /** The processes that do not answer. */
    public List<String> notReady() {
        return clinic.all().parallelStream()
                .filter(server -> !server.healthy())
                .map(server -> server.daemon().name())
                .toList();
    }

    /** How many events and state records each service has still to send; none while it cannot say. */
    public Map<String, OptionalDouble> unsent() {
        return clinic.services().stream().collect(Collectors.toMap(Service::name, Service::unsentEvents));
    }

    /** Starts what does not run. */
    public void up() {
        conductor.up(Set.copyOf(Clinic.PROCESSES));
    }

    /** Ends everything, for good. */
    public void down() {
        conductor.down();
    }

    public void rebuild(String service) {
        conductor.rebuild(service);
    }

    public void reseed() {
        conductor.reseed();
    }

    /** One of the processes, by its name. */
    public Server process(String name) {
        return clinic.all().stream()
                .filter(server -> server.daemon().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** Another replica of a service, on a port of its own and with the same database; not started yet. */
    public Server replica(String service, int port) {
        var first = clinic.service(service);
        return new Service(Daemon.in(clinic.root(), service + "-" + port), first.jar(), port, () -> {
            var environment = new HashMap<>(first.environment().get());
            environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            return environment;
        });
    }

    /** Where a server answers over HTTP. */
    public static URI address(Server server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }
}
