package io.upswing.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Ports;
import io.upswing.deploy.embedded.Server;
import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.deploy.local.client.Answer;
import io.upswing.deploy.local.client.Api;
import io.upswing.deploy.local.demo.Demo;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Databases are dropped and Kafka's data are deleted; all comes back, and nobody is written to again. */
@Tag("long")
class RebuildStory {
    private final LocalSystem system = RunningSystem.get();
    private final Clinic clinic = Clinic.of("rebuild");

    @Test
    void everything_comes_back_equal_and_nobody_is_written_to_again() {
        assertThat(Demo.fill(system, "clinic of the rebuild, demo", System.out)).isTrue();
        var rows = Rows.settled();
        var mails = mails();
        for (var service : RunningSystem.SERVICES) {
            var began = System.nanoTime();
            system.rebuild(service);
            assertThat(Rows.settled()).as("after the rebuild of " + service).isEqualTo(rows);
            System.out.printf(
                    "Rebuild: %s is the same again after %.0f s%n", service, (System.nanoTime() - began) / 1e9);
        }
        system.reseed();
        assertThat(Rows.settled()).as("after the reseed").isEqualTo(rows);
        assertThat(mails()).isEqualTo(mails);
        var site = clinic.site(Clinic.NEW_YORK);
        var course = clinic.course(clinic.patient("Afterwards"), site, LocalDate.parse("2026-03-01"));
        var session = clinic.administration(course, LocalDate.parse("2026-03-02"));
        assertThat(clinic.standing(session, course, LocalDate.parse("2026-03-02"))
                        .path("given")
                        .asInt())
                .isEqualTo(1);
        System.out.printf(
                "Rebuild: %d tables equal after each and after the reseed; %d mails, none twice%n",
                rows.byTable().size(), mails.size());
    }

    private List<Mail> mails() {
        return system.mail().mails();
    }

    @Test
    void a_replica_whose_database_was_dropped_stops_and_answers_nothing_false() throws Exception {
        var patient = clinic.patient("Known");
        var replica = system.replica("scheduling-service", Ports.free());
        replica.start();
        var there = clinic.api().withServiceAt("scheduling-service", LocalSystem.address(replica));
        var known = Clinic.ok(there.get("front-desk", "/patients/" + patient));
        var reads = new ConcurrentLinkedQueue<Answer>();
        var writes = new ConcurrentLinkedQueue<Answer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.execute(() ->
                    whileAlive(replica, () -> reads.add(there.get("front-desk", "/patients/" + patient))));
            executor.execute(() -> whileAlive(replica, () -> writes.add(register(there))));
            Wait.orFail(Duration.ofSeconds(10), "answers", () -> reads.size() > 20 && writes.size() > 20);
            system.rebuild("scheduling-service");
            Wait.orFail(
                    Duration.ofSeconds(30),
                    "the replica to stop",
                    () -> !replica.daemon().isAlive());
        } finally {
            replica.stop();
        }
        assertThat(reads).allSatisfy(answer -> rightOrNone(answer, known));
        assertThat(writes).allSatisfy(this::keptOrNone);
        System.out.printf(
                "Rebuild: a replica left running stopped; its %d reads and %d writes were right or refused%n",
                reads.size(), writes.size());
    }

    private static void whileAlive(Server replica, Runnable ask) {
        while (replica.daemon().isAlive()) {
            try {
                ask.run();
            } catch (UncheckedIOException e) {
                // no answer is no false answer
            }
        }
    }

    private static Answer register(Api api) {
        return api.post("front-desk", "/patients", Clinic.patientRequest("Written", Clinic.NEW_YORK, null));
    }

    private static void rightOrNone(Answer answer, Answer known) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 503);
        if (answer.ok()) {
            assertThat(answer.text()).isEqualTo(known.text());
        }
    }

    private void keptOrNone(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(201, 202, 503);
        if (answer.status() == 201) {
            Clinic.ok(clinic.api().get("front-desk", "/patients/" + answer.id("patientId")));
        }
    }
}
