package io.upswing.deploy.local.demo;

import io.upswing.deploy.local.LocalSystem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What {@code ./clinic demo} calls: {@code <root of the data> <root of the repository> [--clinic <id>]}. */
public final class Demo {
    private final LocalSystem system;
    private final String clinicId;
    private final Instant now;
    private final PrintStream out;

    private Demo(LocalSystem system, String clinicId, Instant now, PrintStream out) {
        this.system = system;
        this.clinicId = clinicId;
        this.now = now;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var rest = List.of(arguments).subList(2, arguments.length);
        if (!rest.isEmpty() && !(rest.size() == 2 && rest.getFirst().equals("--clinic"))) {
            System.err.println("./clinic demo [--clinic <id>]");
            System.exit(2);
        }
        var clinicId = rest.isEmpty() ? UUID.randomUUID().toString() : rest.getLast();
        var system = LocalSystem.in(Path.of(arguments[0]), Path.of(arguments[1]), System.getenv(), System.out);
        System.exit(fill(system, clinicId, System.out) ? 0 : 1);
    }

    /** Fills a clinic of the running system; false when anything was refused. */
    public static boolean fill(LocalSystem system, String clinicId, PrintStream out) {
        return new Demo(system, clinicId, Clock.systemUTC().instant(), out).run();
    }

    private boolean run() {
        var notReady = system.notReady();
        if (!notReady.isEmpty()) {
            out.println(String.join(", ", notReady) + " not ready: ./clinic up starts what is missing.");
            return false;
        }
        var staff = new Staff(system.api(clinicId));
        var scene = new Scene(staff, now);
        scene.play();
        new CallList(staff, scene.told()).print(out);
        new Inductions(scene.series()).print(out);
        new Mails(system.mail(), scene.told(), now).print(out);
        lookFurther();
        out.printf("%d patients, told in %.1f s.%n", scene.told().size(), scene.seconds());
        scene.failures().forEach(failure -> out.println("FAILED " + failure));
        return scene.failures().isEmpty();
    }

    private void lookFurther() {
        system.addresses().forEach((name, address) -> out.printf("%-22s %s/q/swagger-ui%n", name, address));
        out.printf("%-22s http://localhost:%d%n", "mail", system.mail().pagePort());
        out.println("./clinic token nurse --clinic " + clinicId + " prints a token for this clinic.");
    }
}
