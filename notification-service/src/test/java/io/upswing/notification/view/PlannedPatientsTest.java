package io.upswing.notification.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.deploy.embedded.Wait;
import io.upswing.eventlog.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who plans for the same patients waits for one another. */
@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class PlannedPatientsTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Inject
    PlannedPatients planned;

    @Inject
    Sql sql;

    @Test
    void nobody_waits_in_a_circle_for_patients_of_whom_one_is_new() throws Exception {
        var isNew = new UUID(1, UUID.randomUUID().getLeastSignificantBits());
        var known = new UUID(2, UUID.randomUUID().getLeastSignificantBits());
        var both = List.of(isNew, known);
        QuarkusTransaction.requiringNew().run(() -> planned.lock(List.of(known)));
        try (var inboxes = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = new AtomicReference<Future<?>>();
            var other = new AtomicReference<Future<?>>();
            QuarkusTransaction.requiringNew().run(() -> {
                planned.lock(List.of(known));
                one.set(inboxes.submit(() -> QuarkusTransaction.requiringNew().run(() -> planned.lock(both))));
                Wait.orFail(SOON, "one to wait", () -> waiting() == 1);
                other.set(inboxes.submit(() -> QuarkusTransaction.requiringNew().run(() -> planned.leave(both))));
                Wait.orFail(SOON, "the other to wait", () -> waiting() == 2);
            });
            one.get().get();
            other.get().get();
        }
        assertThat(QuarkusTransaction.requiringNew().call(planned::stale)).containsAll(both);
    }

    @Test
    void a_lock_leaves_what_is_stale_stale() {
        var patient = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            planned.leave(List.of(patient));
            planned.lock(List.of(patient));
            assertThat(planned.stale()).contains(patient);
        });
    }

    private int waiting() {
        return sql.query("select 1 from pg_locks where not granted", row -> true)
                .size();
    }
}
