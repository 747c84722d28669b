package io.upswing.eventlog;

import static io.upswing.eventlog.Records.event;
import static io.upswing.eventlog.Records.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.eventlog.TopicLog.NotAcknowledged;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final UUID AMA = id("ama");

    private final Scheduler scheduler = new Scheduler(1, 10_000);
    private final Scheduler.Process owner = new Scheduler.Process("owner");
    private final SimDatabase database = new SimDatabase(scheduler);
    private final SimTransactions transactions = new SimTransactions(scheduler, new Faults(0, 0), () -> database);
    private final SimLogStore store = new SimLogStore(scheduler, owner, transactions);
    private final List<Long> tried = new ArrayList<>();
    private final Relay relay =
            new Relay(store, store, transactions, new Away(), scheduler.executor(owner), outcome -> true);

    /** Otherwise every record that came in the meantime would wait for a time-out of its own, all of them in memory. */
    @Test
    void what_waits_behind_a_record_that_did_not_get_through_is_left_to_the_next_sweep() throws Throwable {
        scheduler.spawn(owner, () -> {
            transactions.run(store::claim);
            var records = List.of(event(AMA, 1, "one"), event(AMA, 2, "two"), event(AMA, 3, "three"));
            records.forEach(record -> transactions.run(() -> store.append(record)));
            records.forEach(record -> relay.offer(record, List.of(), record.version() == 1));
        });
        scheduler.run();
        assertThat(tried).containsExactly(1L);
    }

    /** Brokers that do not answer. */
    private final class Away implements TopicLog {
        @Override
        public UUID send(EventRecord record) throws NotAcknowledged {
            tried.add(record.version());
            throw new NotAcknowledged(new IllegalStateException("no answer in time"));
        }

        @Override
        public UUID send(StateRecord record) throws NotAcknowledged {
            throw new NotAcknowledged(new IllegalStateException("no answer in time"));
        }
    }
}
