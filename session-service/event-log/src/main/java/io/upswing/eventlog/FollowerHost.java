package io.upswing.eventlog;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntToLongFunction;
import org.apache.kafka.common.TopicPartition;

/** What a followed topic needs of the service around it. */
interface FollowerHost {

    Gate gate();

    Transactions transactions();

    FollowStore followStore();

    /** The id of the topic that has this name now. */
    UUID topicId(String topic);

    /** The next offset to be written in each of its partitions. */
    Map<Integer, Long> ends(String topic);

    /** What follows the last record there is, from the offset on; the offset where there is none. */
    Map<Integer, Long> lastRecords(String topic, UUID topicId, IntToLongFunction from);

    /** The offset of the first record there is, from the offset on; -1 where there is none. */
    long firstRecord(TopicPartition partition, long from);

    /** Has the consumer read on from the offset, if the partition is still its own. */
    void seek(TopicPartition partition, long offset);

    /** Does something beside the consumer's thread. */
    void execute(Runnable work);

    /**
     * Waits a little before a failed step is tried again.
     *
     * @throws java.util.concurrent.CancellationException when this replica ends
     */
    void rest();

    Instant now();
}
