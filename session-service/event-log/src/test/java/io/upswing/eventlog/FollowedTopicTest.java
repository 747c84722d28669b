package io.upswing.eventlog;

import static io.upswing.eventlog.Records.event;
import static io.upswing.eventlog.Records.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class FollowedTopicTest {

    private static final String TOPIC = "events";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final UUID BEFORE = id("the topic");
    private static final UUID ANEW = id("the topic made anew");

    private final Scheduler scheduler = new Scheduler(1, 10_000);
    private final Scheduler.Process replica = new Scheduler.Process("replica");
    private final SimDatabase database = new SimDatabase(scheduler);
    private final SimTransactions transactions = new SimTransactions(scheduler, new Faults(0, 0), () -> database);
    private final SimFollowStore store = new SimFollowStore(transactions);
    private final Channel channel = new Channel();
    private final FollowedTopic<Incoming> topic = follow();

    /** Its offsets are those of other records; noted as read, they would hide the new topic's own. */
    @Test
    void what_was_polled_before_a_topic_was_made_anew_is_never_noted_as_the_new_ones() throws Throwable {
        scheduler.spawn(replica, () -> {
            topic.assigned(List.of(PARTITION), (partition, offset) -> {});
            anotherReplicaReads(2);
            channel.topicId = ANEW;
            var found = catchThrowable(() -> topic.receive(poll(2))); // has to read again, and finds another topic
            var queued = catchThrowable(() -> topic.receive(poll(2))); // lay in the channel's queue
            assertThat(noted(ANEW)).isZero();
            assertThat(List.of(found, queued)).hasOnlyElementsOfType(CancellationException.class);
            assertThat(channel.gate.state()).isEqualTo(Gate.State.STOPPED);
        });
        scheduler.run();
    }

    @Test
    void a_topic_made_anew_is_read_from_its_start_by_the_replica_that_starts_next() throws Throwable {
        scheduler.spawn(replica, () -> {
            anotherReplicaReads(2);
            channel.topicId = ANEW;
            topic.assigned(
                    List.of(PARTITION),
                    (partition, offset) -> assertThat(offset).isZero());
            topic.receive(poll(1));
            assertThat(noted(ANEW)).isOne();
            assertThat(channel.gate.state()).isEqualTo(Gate.State.OPEN);
        });
        scheduler.run();
    }

    private FollowedTopic<Incoming> follow() {
        var follower = new Follower<>(
                TOPIC, new SimCodec(() -> true), new SimViews(transactions, () -> true), store, transactions);
        return new FollowedTopic<>(
                TOPIC, false, FollowedTopicTest::read, follower::apply, follower::replayParked, channel);
    }

    private void anotherReplicaReads(long records) {
        transactions.run(() -> store.moveOffset(TOPIC, BEFORE, PARTITION.partition(), 0, records));
    }

    private long noted(UUID topicId) {
        return transactions.call(() -> store.offset(topicId, PARTITION.partition()));
    }

    /** The first records of the partition. */
    private static ConsumerRecords<String, byte[]> poll(long records) {
        var polled = LongStream.range(0, records)
                .mapToObj(offset -> new ConsumerRecord<>(TOPIC, 0, offset, "ama", new byte[0]))
                .toList();
        return new ConsumerRecords<>(Map.of(PARTITION, polled), Map.of());
    }

    private static Incoming read(ConsumerRecord<String, byte[]> record) {
        return new Incoming(event(id(record.key()), record.offset() + 1, "at " + record.offset()), null);
    }

    /** A channel that brings what the test hands over. */
    private final class Channel implements FollowerHost {
        private final Gate gate = new Gate(() -> {});
        private UUID topicId = BEFORE;

        private Channel() {
            gate.open();
        }

        @Override
        public Gate gate() {
            return gate;
        }

        @Override
        public Transactions transactions() {
            return transactions;
        }

        @Override
        public FollowStore followStore() {
            return store;
        }

        @Override
        public UUID topicId(String name) {
            return topicId;
        }

        @Override
        public Map<Integer, Long> ends(String name) {
            return Map.of(PARTITION.partition(), 0L);
        }

        @Override
        public Map<Integer, Long> lastRecords(String name, UUID id, IntToLongFunction from) {
            return ends(name);
        }

        @Override
        public long firstRecord(TopicPartition partition, long from) {
            return from;
        }

        @Override
        public void seek(TopicPartition partition, long offset) {}

        @Override
        public void execute(Runnable work) {
            scheduler.spawn(replica, work);
        }

        @Override
        public void rest() {
            if (gate.state() == Gate.State.STOPPED) {
                throw new CancellationException("this replica ends");
            }
        }

        @Override
        public Instant now() {
            return Records.AT;
        }
    }
}
