package io.upswing.notification.inbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.Recorded;
import io.upswing.notification.Neighbour;
import io.upswing.notification.TestClock;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UpswingTestResource.class)
class SchedulingInboxTest {
    @Inject
    SchedulingInbox inbox;

    /** The follower parks it then, and takes the others. */
    @Test
    void an_offer_of_which_no_plan_can_be_made_is_refused_among_many_too() {
        var many = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(number -> offer(Neighbour.ZONE))
                .toList());
        many.add(offer("Nowhere/At_All"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> inbox.fold(many)))
                .isInstanceOf(DateTimeException.class);
    }

    private static Recorded<SchedulingEvent> offer(String zone) {
        var ids = Stream.generate(UUID::randomUUID).limit(8).toList();
        var start = TestClock.NOW.plusSeconds(86_400);
        var offer = new SlotOffered(
                ids.get(0),
                ids.get(1),
                ids.get(2),
                ids.get(3),
                ids.get(4),
                null,
                ids.get(5),
                zone,
                ids.get(6),
                start,
                start.plusSeconds(7_200),
                null,
                start.minusSeconds(3_600));
        var record = new EventRecord(
                ids.get(7),
                "scheduling.slot-offered.v1",
                offer.patientId(),
                1,
                Neighbour.CLINIC,
                "test",
                TestClock.NOW,
                TestClock.NOW,
                null,
                null,
                new byte[0]);
        return new Recorded<>(record, offer);
    }
}
