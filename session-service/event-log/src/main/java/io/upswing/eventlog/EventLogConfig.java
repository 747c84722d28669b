package io.upswing.eventlog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of a service's log. */
@ConfigMapping(prefix = "upswing.log")
public interface EventLogConfig {

    /** The topic of this service's events. */
    String topic();

    /** The compacted topics that this service owns. */
    Optional<List<String>> stateTopics();

    /** What is written into the records as their source: the service's name. */
    String source();

    /** Fixed when a topic is made; a start that finds another number is refused. */
    @WithDefault("12")
    int partitions();

    /** How long an answer waits for Kafka before it says 202 instead of 201. */
    @WithDefault("3s")
    Duration patience();

    /** After this time without an acknowledgement a send is given up and repeated by the sweep. */
    @WithDefault("15s")
    Duration deliveryTimeout();

    /** How often rows are looked for that nobody has sent. */
    @WithDefault("200ms")
    Duration sweepEvery();

    /** How often the own log is read on, so that the next start has little to read. */
    @WithDefault("60s")
    Duration keepUpEvery();

    /** In production 2, with three replicas; refused at start when the brokers promise less. */
    @WithDefault("1")
    int minInsyncReplicas();
}
