package io.upswing.deploy.local;

import io.upswing.deploy.embedded.Daemon;
import io.upswing.deploy.embedded.Kafka;
import io.upswing.deploy.embedded.Postgres;
import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.embedded.Sms;
import io.upswing.deploy.embedded.Smtp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The processes of the local system: what they are called, where they keep what, who listens where. */
final class Clinic {
    static final List<String> PROCESSES =
            List.of("kafka", "postgres", "smtp", "session-service", "scheduling-service", "notification-service");

    private final Path root;
    private final Path home;
    private final PortPlan ports;
    private final Kafka kafka;
    private final Postgres postgres;
    private final Smtp smtp;
    private final Keys keys;

    /** The system whose data are below {@code root} and whose services are built below {@code home}. */
    Clinic(Path root, Path home, Map<String, String> environment) {
        this.root = root;
        this.home = home;
        this.ports = anythingRuns(root) ? PortPlan.load(portFile(root)) : PortPlan.from(environment);
        this.kafka = Kafka.in(root, ports.of("kafka"));
        this.postgres = Postgres.in(root, ports.of("postgres"));
        this.smtp = Smtp.in(root, ports.of("smtp"), ports.of(PortPlan.MAIL_PAGE));
        this.keys = new Keys(root.resolve("keys"));
    }

    private static boolean anythingRuns(Path root) {
        return Files.exists(portFile(root))
                && PROCESSES.stream().anyMatch(name -> Daemon.in(root, name).isAlive());
    }

    private static Path portFile(Path root) {
        return root.resolve("run/ports");
    }

    Path root() {
        return root;
    }

    PortPlan ports() {
        return ports;
    }

    void rememberPorts() {
        ports.save(portFile(root));
    }

    Kafka kafka() {
        return kafka;
    }

    Postgres postgres() {
        return postgres;
    }

    /** The provider of text messages: known to notification-service where it has a port, and run by whoever needs it. */
    Sms sms() {
        return Sms.in(root, ports.of(PortPlan.SMS));
    }

    Keys keys() {
        return keys;
    }

    List<Server> servers() {
        return List.of(kafka, postgres, smtp);
    }

    List<Service> services() {
        return PROCESSES.stream()
                .filter(name -> name.endsWith("-service"))
                .map(this::service)
                .toList();
    }

    List<Server> all() {
        return Stream.concat(servers().stream(), services().stream()).toList();
    }

    Service service(String name) {
        var jar = home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        return new Service(Daemon.in(root, name), jar, ports.of(name), () -> environment(name));
    }

    /** Where patients find pages; on this machine no gateway puts the services behind one address. */
    private String page(String name, String path) {
        return "http://localhost:" + ports.of(name) + "/" + path + "/";
    }

    private Map<String, String> environment(String name) {
        var database = postgres.databases().named(name.replace("-service", ""));
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(name)));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.url());
        environment.put("QUARKUS_DATASOURCE_USERNAME", database.username());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", keys.publicKey());
        environment.put("UPSWING_LINKS_KEY", keys.linksKey());
        environment.put("UPSWING_PAGES_APPOINTMENTS", page("scheduling-service", "p"));
        environment.put("UPSWING_PAGES_QUESTIONNAIRES", page("session-service", "questionnaires"));
        environment.put("UPSWING_PAGES_PREFERENCES", page("notification-service", "preferences"));
        environment.put("UPSWING_MAIL_HOST", "127.0.0.1");
        environment.put("UPSWING_MAIL_PORT", Integer.toString(smtp.port()));
        environment.put("UPSWING_MAIL_FROM", "clinic@upswing.example");
        if (ports.has(PortPlan.SMS)) {
            environment.putAll(textMessages());
        }
        return environment;
    }

    /** An account with the provider, who is as fast as this machine and not waited for long. */
    private Map<String, String> textMessages() {
        return Map.of(
                "UPSWING_SMS_PROVIDER",
                "http://127.0.0.1:" + ports.of(PortPlan.SMS),
                "UPSWING_SMS_ACCOUNT_ID",
                Sms.ACCOUNT,
                "UPSWING_SMS_ACCOUNT_TOKEN",
                Sms.TOKEN,
                "UPSWING_SMS_ACCOUNT_FROM",
                Sms.FROM,
                "UPSWING_SMS_ACCOUNT_RECEIPTS",
                "http://127.0.0.1:" + ports.of("notification-service"),
                "UPSWING_SMS_PER_SECOND",
                "200",
                "UPSWING_SMS_TIMEOUT",
                "3s");
    }
}
