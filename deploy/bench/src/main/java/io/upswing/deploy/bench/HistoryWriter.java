package io.upswing.deploy.bench;

import io.upswing.eventlog.EventRecord;
import io.upswing.eventlog.LogParts;
import io.upswing.eventlog.StateRecord;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts histories into a topic as their owner would have over the years, only faster. */
record HistoryWriter(String bootstrapServers, String topic, String source) {

    /** @param history tells its records to whom it is given */
    void write(Consumer<Consumer<EventRecord>> history) {
        send(sender -> history.accept(record -> sender.accept(LogParts.outgoing(topic, source, record))));
    }

    /** As {@link #write}, of a compacted topic. */
    void writeStates(Consumer<Consumer<StateRecord>> history) {
        send(sender -> history.accept(record -> sender.accept(LogParts.outgoing(source, record))));
    }

    private void send(Consumer<Consumer<ProducerRecord<String, byte[]>>> records) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                1 << 18);
        var failure = new AtomicReference<@Nullable Exception>();
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.accept(record -> producer.send(record, (sent, failed) -> failure.compareAndSet(null, failed)));
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Not all was written", failure.get());
        }
    }
}
