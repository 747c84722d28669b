package io.upswing.notification.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class DispatchesTest {
    /** Long before anything else in the tables. */
    private static final Instant THEN = Instant.parse("2020-03-10T14:00:00Z");

    private static final UUID PATIENT = UUID.randomUUID();

    @Inject
    Dispatches dispatches;

    @Test
    @TestTransaction
    void who_is_silent_for_long_is_found_and_nobody_else() {
        var silent = started();
        var heard = List.of(started(), started(), started(), started());
        heard.forEach(this::apply);
        apply(new DispatchAccepted(heard.get(0).reminderId(), PATIENT, 1, "<1@x>"));
        apply(new DispatchRejected(heard.get(1).reminderId(), PATIENT, 1, "SMTP 550"));
        apply(new DispatchDeferred(heard.get(2).reminderId(), PATIENT, 1, "SMTP 450", THEN));
        apply(new DispatchUnknown(heard.get(3).reminderId(), PATIENT, 1, "silence"));
        apply(silent);

        assertThat(dispatches.startedBefore(THEN, 9)).isEmpty();
        assertThat(dispatches.startedBefore(THEN.plusMillis(1), 9))
                .containsExactly(new Claim(silent.reminderId(), PATIENT, "clinic-1", 1, THEN));
    }

    private static DispatchStarted started() {
        return new DispatchStarted(
                UUID.randomUUID(),
                PATIENT,
                "course/" + UUID.randomUUID() + "/SESSION/s1",
                "due-on",
                "EMAIL",
                "visit-due-now",
                1,
                Map.of(),
                THEN,
                1,
                false);
    }

    private void apply(OfReminder event) {
        var record = new EventRecord(
                UUID.randomUUID(), "type", PATIENT, 1, "clinic-1", "test", THEN, THEN, null, null, new byte[0]);
        dispatches.apply(List.of(new Recorded<>(record, event)));
    }
}
