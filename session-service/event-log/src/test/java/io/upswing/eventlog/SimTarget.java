package io.upswing.eventlog;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether what counts as read of a topic is what that very topic holds there, and hands it on.
 *
 * @param identity what tells one record from another
 */
record SimTarget<R>(
        SimKafka kafka,
        String topic,
        Function<SimKafka.Placed, @Nullable R> reader,
        Function<R, ?> identity,
        FollowedTopic.Target<R> target)
        implements FollowedTopic.Target<R> {

    @Override
    public boolean apply(List<Slice<R>> slices) {
        slices.forEach(slice -> slice.places().forEach(place -> check(slice, place)));
        return target.apply(slices);
    }

    private void check(Slice<R> slice, Slice.At<R> place) {
        var partition = kafka.partition(topic, slice.topicId(), slice.partition());
        if (partition != null && !holds(partition, place)) {
            throw new SimChecks.Violated(
                    topic + "/" + slice.partition() + "/" + place.offset() + " is not " + place.record());
        }
    }

    /** Or held, before compaction. */
    private boolean holds(SimKafka.Partition partition, Slice.At<R> place) {
        return place.offset() < partition.end()
                && partition.from(place.offset(), 1).stream()
                        .filter(placed -> placed.offset() == place.offset())
                        .map(placed -> identity.apply(Objects.requireNonNull(reader.apply(placed))))
                        .allMatch(identity.apply(place.record())::equals);
    }
}
