package io.upswing.eventlog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the event log as a service puts them together, for measuring them one by one. It lies in their package
 * because they are nobody else's business.
 */
public final class LogParts {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final PostgresLogStore store;
    private final PostgresStates states;
    private final Transactions transactions;

    /** @param current gives the connection of the transaction around the call */
    public LogParts(DataSource current, Transactions transactions) {
        var sql = new Sql(current);
        var identity = new PostgresIdentity(sql);
        this.store = new PostgresLogStore(sql, identity);
        this.states = new PostgresStates(sql, identity);
        this.transactions = transactions;
        transactions.run(identity::claim);
    }

    /** A log that decides and appends, and sends nothing. */
    public <E> EventLog<E> appending(EventCodec<E> codec, View<E> views) {
        TopicLog nowhere = new Acknowledging(() -> {
            throw new IllegalStateException("nothing is sent");
        });
        return log(codec, views, new Relay(store, states, transactions, nowhere, Runnable::run) {
            @Override
            CompletableFuture<Void> offer(
                    EventRecord record, @Nullable List<StateRecord> states, boolean predecessorLogged) {
                return CompletableFuture.completedFuture(null);
            }
        });
    }

    /** A log as it is, but for a topic that acknowledges at once: what it takes to append and to mark. */
    public <E> EventLog<E> marking(EventCodec<E> codec, View<E> views, Executor executor) {
        var topic = UUID.randomUUID();
        return log(codec, views, new Relay(store, states, transactions, new Acknowledging(() -> topic), executor));
    }

    private <E> EventLog<E> log(EventCodec<E> codec, View<E> views, Relay relay) {
        var gate = new Gate(() -> {});
        gate.open();
        return new EventLog<>(
                codec, views, store, states, transactions, relay, gate, Patience.of(PATIENCE), InstantSource.system());
    }

    /** The record as a service sends it. */
    public static ProducerRecord<String, byte[]> outgoing(String topic, String source, EventRecord record) {
        return new Wire(source).outgoing(topic, record);
    }

    /** As {@link #outgoing(String, String, EventRecord)}, of a compacted topic. */
    public static ProducerRecord<String, byte[]> outgoing(String source, StateRecord record) {
        return new Wire(source).outgoing(record);
    }

    /** The record as a follower reads it. */
    public static Incoming incoming(ConsumerRecord<String, byte[]> record) {
        return Wire.event(record);
    }

    /** A consumer with the settings of a follower. */
    public static KafkaConsumer<String, byte[]> reader(String bootstrapServers) {
        return clients(bootstrapServers).reader();
    }

    /** How many records the topic got so far. */
    public static long end(String bootstrapServers, String topic) {
        try (var consumer = reader(bootstrapServers)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(end -> end)
                    .sum();
        }
    }

    /** A producer with the settings of a relay. */
    public static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        return clients(bootstrapServers).producer(Duration.ofSeconds(15));
    }

    private static KafkaClients clients(String bootstrapServers) {
        return new KafkaClients(Map.of("bootstrap.servers", bootstrapServers));
    }
}
