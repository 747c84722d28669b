package io.upswing.deploy.local;

import io.upswing.deploy.embedded.Folders;
import io.upswing.deploy.embedded.Wait;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What {@code ./clinic} calls: {@code <root of the data> <root of the repository> <command> ...}. */
public final class Main {
    private static final List<String> ROLES =
            List.of("front-desk", "nurse", "prescriber", "manager", "auditor", "operator");
    private static final String CLINIC = "7d1f3c52-6f0e-4a5b-9c1e-2b8f5d0a4e11";

    private final Clinic clinic;
    private final Conductor conductor;
    private final PrintStream out;

    private Main(Clinic clinic, PrintStream out) {
        this.clinic = clinic;
        this.conductor = new Conductor(clinic, out);
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            var clinic = new Clinic(Path.of(arguments[0]), Path.of(arguments[1]), System.getenv());
            var rest = Arrays.asList(arguments).subList(3, arguments.length);
            new Main(clinic, System.out).run(arguments[2], rest);
        } catch (Complaint | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run(String command, List<String> arguments) throws IOException {
        switch (command) {
            case "up" -> up(Options.parse(arguments, Set.of("--detach", "--only=")));
            case "down" -> alone(conductor::down);
            case "reset" -> alone(this::reset);
            case "status" -> status(Options.parse(arguments, Set.of("--json")));
            case "token" -> token(Options.parse(arguments, Set.of("--clinic=", "--subject=")));
            case "rebuild" -> rebuild(Options.parse(arguments, Set.of()));
            case "reseed" -> alone(conductor::reseed);
            default -> throw new Complaint("There is no command " + command + "; ./clinic help says what there is.");
        }
    }

    private void up(Options options) throws IOException {
        var names = namesOf(options);
        if (options.has("--detach")) {
            alone(() -> conductor.up(names));
            showAddresses();
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(conductor::downIfBegun));
        alone(() -> conductor.up(names));
        showAddresses();
        out.println("Ctrl-C ends it.");
        watch();
    }

    private static Set<String> namesOf(Options options) {
        var names =
                Set.of(options.get("--only", String.join(",", Clinic.PROCESSES)).split(",", -1));
        names.stream()
                .filter(name -> !Clinic.PROCESSES.contains(name))
                .findAny()
                .ifPresent(name -> {
                    throw new Complaint("--only takes of: " + String.join(",", Clinic.PROCESSES) + ".");
                });
        return names;
    }

    /** Says what ended unasked, and returns when nothing is left. */
    private void watch() {
        var running = new ArrayList<>(clinic.all().stream()
                .map(server -> server.daemon())
                .filter(daemon -> daemon.isAlive())
                .toList());
        Wait.until(Duration.ofDays(36_500), () -> {
            running.stream()
                    .filter(daemon -> !daemon.isAlive())
                    .forEach(daemon -> out.println(daemon.name() + " ended, see " + daemon.log()));
            running.removeIf(daemon -> !daemon.isAlive());
            return running.isEmpty();
        });
    }

    private void showAddresses() {
        clinic.services().stream()
                .filter(service -> service.daemon().isAlive())
                .forEach(service -> out.printf(
                        "%-22s http://localhost:%d  (API: /q/swagger-ui)%n", service.name(), service.port()));
        out.printf("%-22s http://localhost:%d%n", "mail", clinic.ports().of(PortPlan.MAIL_PAGE));
        out.println("./clinic token nurse prints a token for the API.");
    }

    private void reset() {
        conductor.down();
        Folders.delete(clinic.root());
    }

    private void status(Options options) {
        var statuses = Status.of(clinic);
        if (options.has("--json")) {
            out.println(Status.json(statuses));
        } else {
            statuses.stream().map(Status::line).forEach(out::println);
        }
    }

    private void token(Options options) {
        var role = options.oneOf(ROLES);
        var now = Clock.systemUTC().instant();
        var subject = options.get("--subject", "local-" + role);
        out.println(clinic.keys().token(role, options.get("--clinic", CLINIC), subject, now));
    }

    private void rebuild(Options options) throws IOException {
        var names = clinic.services().stream().map(Service::name).toList();
        var service = options.oneOf(names);
        alone(() -> conductor.rebuild(service));
    }

    /** Two commands at once that start and stop things would undo each other: the second waits for the first. */
    private void alone(Runnable action) throws IOException {
        Files.createDirectories(clinic.root());
        var file = clinic.root().resolve("lock");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (lock.isValid()) {
                action.run();
            }
        }
    }
}
