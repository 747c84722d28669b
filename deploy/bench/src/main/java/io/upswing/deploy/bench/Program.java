package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.Folders;
import io.upswing.deploy.embedded.Ports;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.deploy.local.client.Api;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All measurements in their order, on a system of their own that starts empty and is ended after them. */
final class Program {
    private static final String CLINIC = "bench-clinic";
    private static final List<String> PORTS = List.of(
            "KAFKA", "POSTGRES", "SMTP", "MAIL_PAGE", "SESSION_SERVICE", "SCHEDULING_SERVICE", "NOTIFICATION_SERVICE");
    private static final List<String> SERVICES =
            List.of("session-service", "scheduling-service", "notification-service");
    private static final Set<String> WITHOUT_SERVICES = Set.of("standings", "append");
    private static final double FIRST_UP_SECONDS = 40;
    private static final double LATER_UP_SECONDS = 20;

    private final Path root;
    private final Path home;
    private final Sizes sizes;
    private final Report report;
    private final Map<String, String> environment = freePorts();
    private final LocalSystem system;
    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    Program(Path root, Path home, Sizes sizes, Report report) {
        this.root = root;
        this.home = home;
        this.sizes = sizes;
        this.report = report;
        clear();
        this.system = system(environment);
    }

    /** One that fails is told and does not keep the others from being measured. */
    void run(List<String> figures) {
        var wanted = Set.copyOf(figures);
        if (wanted.contains("standings")) {
            measure("standings", () -> new StandingsBench(sizes).run(report::add));
        }
        if (wanted.contains("append")) {
            measure("append", this::append);
        }
        if (WITHOUT_SERVICES.containsAll(wanted) || !measure("up", () -> up(wanted.contains("start")))) {
            return;
        }
        var api = system.api(CLINIC);
        var others = new LinkedHashMap<String, Measurement>();
        others.put("start", this::start);
        others.put("http", () -> new HttpBench(api, system.bootstrapServers(), sizes, today).run(report::add));
        others.put("readable", () -> new ReadableBench(api, today).run(report::add));
        others.put("replay", () -> replay(api));
        others.keySet().retainAll(wanted);
        others.forEach(this::measure);
        if (!Collections.disjoint(wanted, CalendarBench.KINDS)) {
            measure("calendar", () -> new CalendarBench(system, CLINIC, sizes, today, wanted).run(report::add));
        }
        var reminding = new LinkedHashMap<String, Measurement>();
        reminding.put("plans", () -> new PlansBench(system, sizes, today).run(report::add));
        reminding.put("dispatch", () -> new DispatchBench(system).run(report::add));
        reminding.keySet().retainAll(wanted);
        if (!reminding.isEmpty() && measure("a fresh start", this::startAfresh)) {
            reminding.forEach(this::measure);
        }
    }

    /** Ends what runs; of a run that failed, the logs stay. */
    void end() {
        system(environment).down();
        Folders.delete(report.failed() ? root.resolve("data") : root);
    }

    private interface Measurement {
        void run() throws IOException, SQLException, InterruptedException;
    }

    private boolean measure(String name, Measurement measurement) {
        try {
            measurement.run();
            return true;
        } catch (IOException | SQLException | UncheckedIOException | IllegalStateException e) {
            report.fail(name, e, root.resolve("log"));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void clear() {
        system(environment).down();
        Folders.delete(root);
    }

    private void append() throws SQLException {
        system.process("postgres").start();
        var crowd = new Crowd(
                sizes.writers(), sizes.time().dividedBy(15), sizes.time().dividedBy(7));
        new AppendBench(system.databases().create("append"), crowd).run(report::add);
        system.process("postgres").stop();
        Folders.delete(root);
    }

    private void up(boolean again) throws IOException, InterruptedException {
        var command = new Command(root, home, environment);
        var first = command.seconds("up", "--detach");
        report.add(Figure.atMost("first ./clinic up, to all ready", Quantity.seconds(first), null, FIRST_UP_SECONDS));
        if (!again) {
            return;
        }
        command.seconds("down");
        var later = command.seconds("up", "--detach");
        report.add(Figure.atMost("later ./clinic up, to all ready", Quantity.seconds(later), null, LATER_UP_SECONDS));
    }

    private void start() throws IOException {
        for (var service : SERVICES) {
            new StartBench(system.process(service)).run(report::add);
        }
    }

    /** What was put into the topics before would be read on and on. */
    private void startAfresh() throws IOException, InterruptedException {
        clear();
        new Command(root, home, environment).seconds("up", "--detach");
    }

    private void replay(Api api) throws IOException, SQLException {
        new ReplayBench(system, CLINIC, Cohort.site(api), sizes).run(report::add);
        new CallListBench(api, sizes.patients()).run(report::add);
    }

    private LocalSystem system(Map<String, String> ports) {
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return LocalSystem.in(root, home, ports, quiet);
    }

    private static Map<String, String> freePorts() {
        var environment = new HashMap<String, String>();
        PORTS.forEach(name -> environment.put("CLINIC_PORT_" + name, Integer.toString(Ports.free())));
        return environment;
    }
}
