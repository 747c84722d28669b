package io.upswing.eventlog;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The topics in Kafka. Every in-sync replica has a record before its send returns. */
final class KafkaTopicLog implements TopicLog {

    private final Producer<String, byte[]> producer;
    private final String events;
    private final Map<String, UUID> topicIds;
    private final Wire wire;

    /** @param topicIds filled at start; topics are not made anew while their owner runs */
    KafkaTopicLog(Producer<String, byte[]> producer, String events, Map<String, UUID> topicIds, Wire wire) {
        this.producer = producer;
        this.events = events;
        this.topicIds = topicIds;
        this.wire = wire;
    }

    @Override
    public UUID send(EventRecord record) throws NotAcknowledged {
        return send(wire.outgoing(events, record));
    }

    @Override
    public UUID send(StateRecord record) throws NotAcknowledged {
        return send(wire.outgoing(record));
    }

    private UUID send(ProducerRecord<String, byte[]> record) throws NotAcknowledged {
        var started = System.nanoTime();
        try {
            producer.send(record).get();
            LogMetrics.acknowledged(System.nanoTime() - started);
            return Objects.requireNonNull(topicIds.get(record.topic()), record.topic());
        } catch (ExecutionException | KafkaException e) {
            throw new NotAcknowledged(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotAcknowledged(e);
        }
    }
}
