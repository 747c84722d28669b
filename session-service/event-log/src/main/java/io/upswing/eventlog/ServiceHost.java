package io.upswing.eventlog;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** The service around a channel. */
record ServiceHost(
        String channel,
        Gate gate,
        Transactions transactions,
        FollowStore followStore,
        KafkaClients clients,
        KafkaClientService channels,
        Executor executor,
        InstantSource clock)
        implements FollowerHost {

    private static final Duration RETRY = Duration.ofMillis(250);
    private static final Duration SEEK_BOUND = Duration.ofSeconds(5);

    @Override
    public UUID topicId(String topic) {
        return ask(topics -> topics.id(topic));
    }

    @Override
    public Map<Integer, Long> ends(String topic) {
        return ask(topics -> topics.ends(topic));
    }

    @Override
    public Map<Integer, Long> lastRecords(String topic, UUID topicId, IntToLongFunction from) {
        var ends = new HashMap<Integer, Long>();
        ends(topic).keySet().forEach(partition -> ends.put(partition, from.applyAsLong(partition)));
        new KafkaReader(clients::reader)
                .read(topic, topicId, from, record -> record, slice -> ends.put(slice.partition(), slice.next()));
        return ends;
    }

    @Override
    public long firstRecord(TopicPartition partition, long from) {
        return new KafkaReader(clients::reader).first(partition, from);
    }

    @Override
    public void seek(TopicPartition partition, long offset) {
        channels.getConsumer(channel)
                .runOnPollingThread(consumer -> {
                    if (consumer.assignment().contains(partition)) {
                        consumer.seek(partition, offset);
                    }
                })
                .await()
                .atMost(SEEK_BOUND);
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public void rest() {
        Pause.of(RETRY);
        if (gate.state() == Gate.State.STOPPED || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("this replica ends");
        }
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    private <T> T ask(Function<Topics, T> question) {
        try (var admin = clients.admin()) {
            return question.apply(new Topics(admin));
        }
    }
}
