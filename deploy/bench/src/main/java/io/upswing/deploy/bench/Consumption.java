package io.upswing.deploy.bench;

import io.upswing.deploy.embedded.JavaProgram;
import io.upswing.deploy.local.LocalSystem;
import io.upswing.eventlog.LogParts;
import io.upswing.session.events.SessionEventTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;

/**
 * The least that a replay can cost: reading the topic's records with a follower's settings and parsing them with the
 * same codec. It runs in a JVM of its own with a service's flags, for a service that replays has just been started too.
 */
final class Consumption {
    private static final Duration POLL = Duration.ofMillis(200);

    private Consumption() {}

    public static void main(String[] arguments) {
        System.out.println(read(arguments[0], arguments[1]).perSecond());
    }

    static double perSecondInItsOwnJvm(String bootstrapServers, String topic) throws IOException {
        var program = JavaProgram.ofClass(
                System.getProperty("java.class.path"), Consumption.class.getName(), LocalSystem.SERVICE_FLAGS);
        var process = new ProcessBuilder(program.command(bootstrapServers, topic))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            var lines = new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return Double.parseDouble(lines.getLast());
        } finally {
            process.destroyForcibly();
        }
    }

    static Pace read(String bootstrapServers, String topic) {
        var codec = SessionEventTypes.codec();
        try (var consumer = LogParts.reader(bootstrapServers)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var left = ends.values().stream().mapToLong(end -> end).sum();
            var pace = new Pace();
            while (left > 0) {
                var batch = consumer.poll(POLL);
                for (var record : batch) {
                    var read = LogParts.incoming(record).record();
                    if (codec.decode(read.type(), read.value()).isEmpty()) {
                        throw new IllegalStateException("Not a session event: " + read.type());
                    }
                }
                left -= batch.count();
                pace.reached(batch.count());
            }
            return pace;
        }
    }
}
