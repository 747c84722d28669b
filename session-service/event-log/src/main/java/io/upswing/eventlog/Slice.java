package io.upswing.eventlog;

import java.util.List;
import java.util.UUID;

/**
 * What one poll brought of one partition.
 *
 * @param from the offset up to which this reader had read before; not necessarily that of the first record
 * @param next the offset to read from after it
 */
public record Slice<R>(UUID topicId, int partition, long from, long next, List<At<R>> places) {

    /** A record and its offset. */
    public record At<R>(long offset, R record) {}

    List<R> records() {
        return places.stream().map(At::record).toList();
    }

    int size() {
        return places.size();
    }

    static int sizeOf(List<? extends Slice<?>> poll) {
        return poll.stream().mapToInt(Slice::size).sum();
    }

    /** Two polls that together brought the same, in the same order; of two records at least. */
    static <R> List<List<Slice<R>>> halves(List<Slice<R>> poll) {
        var middle = poll.size() / 2;
        if (middle > 0) {
            return List.of(poll.subList(0, middle), poll.subList(middle, poll.size()));
        }
        var slice = poll.getFirst();
        var half = slice.size() / 2;
        return List.of(List.of(slice.first(half)), List.of(slice.rest(half)));
    }

    /** The first {@code n} records, as if the poll had brought no more. */
    private Slice<R> first(int n) {
        return new Slice<>(topicId, partition, from, places.get(n).offset(), places.subList(0, n));
    }

    /** All but the first {@code n} records. */
    private Slice<R> rest(int n) {
        return new Slice<>(topicId, partition, places.get(n).offset(), next, places.subList(n, size()));
    }
}
