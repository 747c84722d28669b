package io.upswing.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing and holds those that exist to what was agreed when they were made. */
final class Topics {

    private static final String SEVEN_DAYS = "604800000";
    private static final String MIN_INSYNC = "min.insync.replicas";

    /** A topic is not what this system needs; a person must look. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    private final Admin admin;
    private final int partitions;
    private final int minInsyncReplicas;

    Topics(Admin admin, int partitions, int minInsyncReplicas) {
        this.admin = admin;
        this.partitions = partitions;
        this.minInsyncReplicas = minInsyncReplicas;
    }

    void ensure(String topic, boolean compacted) throws InterruptedException {
        var wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
        wanted.configs(compacted ? compaction() : Map.of("retention.ms", "-1", "cleanup.policy", "delete"));
        try {
            result(admin.createTopics(Set.of(wanted)).all());
        } catch (TopicExistsException e) {
            requireFit(topic);
        }
    }

    UUID id(String topic) throws InterruptedException {
        var id = describe(topic).topicId();
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The next offset to be written in each partition. */
    Map<Integer, Long> ends(String topic) throws InterruptedException {
        return offsets(topic, OffsetSpec.latest());
    }

    boolean hasRecords(String topic) throws InterruptedException {
        return ends(topic).values().stream().anyMatch(end -> end > 0);
    }

    private Map<Integer, Long> offsets(String topic, OffsetSpec spec) throws InterruptedException {
        var asked = describe(topic).partitions().stream()
                .collect(Collectors.toMap(info -> new TopicPartition(topic, info.partition()), info -> spec));
        return result(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset()));
    }

    private void requireFit(String topic) throws InterruptedException {
        var found = describe(topic).partitions().size();
        if (found != partitions) {
            throw new Unfit("Topic " + topic + " has " + found + " partitions, not " + partitions
                    + ": a patient's events would no longer be in one partition.");
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = Objects.requireNonNull(
                result(admin.describeConfigs(List.of(resource)).all()).get(resource));
        var insync = config.get(MIN_INSYNC).value();
        if (Integer.parseInt(insync) < minInsyncReplicas) {
            throw new Unfit("Topic " + topic + " has " + MIN_INSYNC + "=" + insync + ", less than " + minInsyncReplicas
                    + ": an acknowledged record could be lost with one broker.");
        }
    }

    private TopicDescription describe(String topic) throws InterruptedException {
        return Objects.requireNonNull(
                result(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic), topic);
    }

    private static <T> T result(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    private static Map<String, String> compaction() {
        return Map.of(
                "cleanup.policy", "compact",
                "min.compaction.lag.ms", SEVEN_DAYS,
                "delete.retention.ms", SEVEN_DAYS);
    }
}
