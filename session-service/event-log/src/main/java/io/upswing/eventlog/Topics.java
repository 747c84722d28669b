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
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics that are missing and holds those that exist to what was agreed when they were made. */
final class Topics {

    private static final String SEVEN_DAYS = "604800000";
    private static final Map<String, String> KEPT = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    private static final Map<String, String> COMPACTED = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, SEVEN_DAYS,
            TopicConfig.DELETE_RETENTION_MS_CONFIG, SEVEN_DAYS);

    /** A topic is not what this system needs; a person must look. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message);
        }
    }

    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    /** @throws Unfit when the topic is there and would lose order or records */
    void ensure(String topic, boolean compacted, int partitions, int minInsyncReplicas) {
        var wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
        wanted.configs(compacted ? COMPACTED : KEPT);
        try {
            result(admin.createTopics(Set.of(wanted)).all());
        } catch (TopicExistsException e) {
            requirePartitions(topic, partitions);
        }
        requireSettings(topic, compacted, minInsyncReplicas);
    }

    UUID id(String topic) {
        var id = describe(topic).topicId();
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The next offset to be written in each partition. */
    Map<Integer, Long> ends(String topic) {
        var asked = describe(topic).partitions().stream()
                .collect(Collectors.toMap(
                        info -> new TopicPartition(topic, info.partition()), info -> OffsetSpec.latest()));
        return result(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().partition(),
                        entry -> entry.getValue().offset()));
    }

    boolean hasRecords(String topic) {
        return ends(topic).values().stream().anyMatch(end -> end > 0);
    }

    private void requirePartitions(String topic, int partitions) {
        var found = describe(topic).partitions().size();
        if (found != partitions) {
            throw new Unfit("Topic " + topic + " has " + found + " partitions, not " + partitions
                    + ": a patient's events would no longer be in one partition.");
        }
    }

    private void requireSettings(String topic, boolean compacted, int minInsyncReplicas) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var config = Objects.requireNonNull(
                result(admin.describeConfigs(List.of(resource)).all()).get(resource));
        if (Integer.parseInt(setting(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) < minInsyncReplicas) {
            throw new Unfit("Topic " + topic + " has fewer than " + minInsyncReplicas
                    + " min.insync.replicas: an acknowledged record could be lost with one broker.");
        }
        var policy = setting(config, TopicConfig.CLEANUP_POLICY_CONFIG);
        if (!policy.equals(compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE)) {
            throw new Unfit("Topic " + topic + " has cleanup.policy=" + policy + ".");
        }
        if (!compacted && !setting(config, TopicConfig.RETENTION_MS_CONFIG).equals("-1")) {
            throw new Unfit("Topic " + topic + " has a retention time: what is told there must be kept for ever.");
        }
    }

    private static String setting(Config config, String name) {
        return config.get(name).value();
    }

    private TopicDescription describe(String topic) {
        return Objects.requireNonNull(
                result(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic), topic);
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e); // restores the thread's flag
        }
    }
}
