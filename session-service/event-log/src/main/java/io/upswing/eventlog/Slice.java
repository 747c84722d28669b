package io.upswing.eventlog;

import java.util.List;
import java.util.UUID;

/**
 * What one poll brought of one partition.
 *
 * @param from the offset up to which this reader had read before; not necessarily that of the first record
 * @param next the offset to read from after it
 */
public record Slice<R>(UUID topicId, int partition, long from, long next, List<R> records) {}
