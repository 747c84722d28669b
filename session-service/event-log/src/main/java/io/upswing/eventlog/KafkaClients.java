package io.upswing.eventlog;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients of the log, with the settings that its promises rest on. */
final class KafkaClients {

    private static final int MEBIBYTE = 1 << 20;
    private static final Duration MAX_BLOCK = Duration.ofSeconds(2);

    private final Map<String, Object> settings;

    /** @param settings how to reach the brokers */
    KafkaClients(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    KafkaProducer<String, byte[]> producer(Duration deliveryTimeout) {
        var config = new HashMap<>(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis() / 3);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) deliveryTimeout.toMillis());
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** After this time nothing can land that a producer with this timeout was given before. */
    static Duration inFlight(Duration deliveryTimeout) {
        return deliveryTimeout.plus(MAX_BLOCK).plusSeconds(1);
    }

    /** Reads a topic from end to end as fast as it comes. */
    KafkaConsumer<String, byte[]> reader() {
        var config = new HashMap<>(settings);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 16 * MEBIBYTE);
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * MEBIBYTE);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(new HashMap<>(settings));
    }
}
