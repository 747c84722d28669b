package io.upswing.notification.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.Sql;
import io.upswing.notification.Neighbour;
import io.upswing.notification.view.Plans;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changed for many at once is planned later, and all of it is. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class PlanSweepTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    PlanSweep sweep;

    @Inject
    Plans plans;

    @Inject
    Sql sql;

    @Inject
    Scheduler scheduler;

    @Inject
    Neighbour neighbour;

    @BeforeEach
    void nobodyElseSweeps() {
        scheduler.pause();
    }

    @AfterEach
    void othersSweepAgain() {
        scheduler.resume();
    }

    @Test
    void many_at_once_are_planned_by_the_next_sweep() {
        var patient = plannedPatient();
        thePlanIsLost(patient);
        learnedOfAtOnce(patient);
        assertThat(reminders(patient)).isZero();
        sweep.sweep();
        assertThat(reminders(patient)).isEqualTo(2);
        assertThat(stale(patient)).isFalse();
    }

    @Test
    void one_whose_plan_cannot_be_made_keeps_no_other_waiting_and_is_made_when_it_can() {
        var broken = plannedPatient();
        var other = plannedPatient();
        thePlanIsLost(broken);
        thePlanIsLost(other);
        setZone(broken, "Nowhere/At_All");
        learnedOfAtOnce(broken, other);
        sweep.sweep();
        assertThat(reminders(other)).isEqualTo(2);
        assertThat(stale(broken)).isTrue();

        setZone(broken, Neighbour.ZONE);
        sweep.sweep();
        assertThat(reminders(broken)).isEqualTo(2);
        assertThat(stale(broken)).isFalse();
    }

    @Test
    void what_is_heard_of_one_whose_plan_cannot_be_made_is_not_thrown_away() {
        var broken = plannedPatient();
        var address = UUID.randomUUID() + "@example.org";
        setZone(broken, "Nowhere/At_All");
        learnedOfAtOnce(broken);
        sweep.sweep();
        neighbour.patient(broken, address);
        Wait.orFail(
                SOON,
                "the address",
                () -> count("select 1 from recipient where patient_id = ? and email = ?", broken, address) == 1);

        thePlanIsLost(broken);
        setZone(broken, Neighbour.ZONE);
        sweep.sweep();
        assertThat(reminders(broken)).isEqualTo(2);
    }

    @Test
    void what_is_learned_while_a_plan_is_being_made_is_planned_too() throws Exception {
        var patient = plannedPatient();
        learnedOfAtOnce(patient);
        try (var inbox = Executors.newVirtualThreadPerTaskExecutor()) {
            var news = new AtomicReference<Future<?>>();
            QuarkusTransaction.requiringNew().run(() -> {
                plans.renew(List.of(patient));
                news.set(inbox.submit(() -> learnedOfAtOnce(patient)));
                Wait.orFail(SOON, "the news to wait for the planner", this::somebodyWaits);
            });
            news.get().get();
        }
        assertThat(stale(patient)).isTrue();
    }

    /** With two reminders of an appointment. */
    private UUID plannedPatient() {
        var patient = neighbour.patient(UUID.randomUUID() + "@example.org");
        neighbour.appointment(patient, neighbour.site("Riverside"), "2026-03-20T15:00:00Z");
        Wait.orFail(SOON, "a plan", () -> {
            sweep.sweep();
            return reminders(patient) == 2;
        });
        return patient;
    }

    private void thePlanIsLost(UUID patient) {
        update("delete from reminder where patient_id = ?", patient);
    }

    private void setZone(UUID patient, String zone) {
        update("update slot set zone = ? where patient_id = ?", zone, patient);
    }

    private void learnedOfAtOnce(UUID... patients) {
        Collection<UUID> concerned = new HashSet<>(Set.of(patients));
        IntStream.range(0, 100).forEach(number -> concerned.add(UUID.randomUUID()));
        QuarkusTransaction.requiringNew().run(() -> plans.replan(concerned));
    }

    private int reminders(UUID patient) {
        return count("select 1 from reminder where patient_id = ?", patient);
    }

    private boolean stale(UUID patient) {
        return count("select 1 from planned_patient where stale and patient_id = ?", patient) == 1;
    }

    private boolean somebodyWaits() {
        return count("select 1 from pg_locks where not granted") > 0;
    }

    private void update(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> sql.update(statement, parameters));
    }

    private int count(String query, Object... parameters) {
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.query(query, row -> true, parameters).size());
    }
}
