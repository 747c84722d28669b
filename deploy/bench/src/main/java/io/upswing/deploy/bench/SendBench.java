package io.upswing.deploy.bench;

import io.upswing.eventlog.LogParts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One client's sends, each after the acknowledgement of the one before by all in-sync replicas. */
final class SendBench {
    private static final String TOPIC = "bench-sends";
    private static final int BYTES = 600;

    private SendBench() {}

    static Latencies run(String bootstrapServers, int warmUp, int timed) {
        var latencies = new Latencies();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
                var producer = LogParts.producer(bootstrapServers)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            for (int i = 0; i < warmUp + timed; i++) {
                var from = System.nanoTime();
                producer.send(new ProducerRecord<>(TOPIC, new byte[BYTES])).get();
                if (i >= warmUp) {
                    latencies.record(System.nanoTime() - from);
                }
            }
            admin.deleteTopics(List.of(TOPIC)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return latencies;
    }
}
