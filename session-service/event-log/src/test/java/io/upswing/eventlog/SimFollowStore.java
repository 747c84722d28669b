package io.upswing.eventlog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Offsets, heads and parked records in memory, statement by statement as {@link PostgresFollowStore} has them. */
class SimFollowStore implements FollowStore {

    static final String OFFSETS = "follow_offset";
    static final String HEADS = "follow_stream";
    static final String PARKED = "parked_record";

    record Place(UUID topicId, int partition) {}

    record Offset(String topic, Place place, long next) {}

    record Key(String topic, UUID stream) {}

    record Stream(Key key, Head head) {}

    record ParkedKey(String topic, UUID stream, long version, UUID eventId) {}

    record Parking(String topic, EventRecord record) {}

    private final SimTransactions transactions;

    SimFollowStore(SimTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public long offset(UUID topicId, int partition) {
        Offset offset = transactions.statement().get(OFFSETS, new Place(topicId, partition));
        return offset == null ? 0 : offset.next();
    }

    @Override
    public boolean knows(UUID topicId) {
        return !transactions
                .statement()
                .<Offset>find(OFFSETS, offset -> offset.place().topicId().equals(topicId))
                .isEmpty();
    }

    @Override
    public boolean moveOffset(String topic, UUID topicId, int partition, long expected, long next) {
        return move(topic, new Place(topicId, partition), expected, expected, next);
    }

    @Override
    public void advanceOffset(String topic, UUID topicId, int partition, long from, long next) {
        move(topic, new Place(topicId, partition), from, next, next);
    }

    private boolean move(String topic, Place place, long least, long most, long next) {
        var tx = transactions.statement();
        tx.lock(OFFSETS, place);
        Offset before = tx.get(OFFSETS, place);
        var fits = before == null ? least == 0 : before.next() >= least && before.next() <= most;
        transactions.tell("%s/%d at %s, expected %d..%d, to %d", topic, place.partition(), before, least, most, next);
        if (fits) {
            tx.put(OFFSETS, place, new Offset(topic, place, next));
        }
        return fits;
    }

    @Override
    public Map<UUID, Head> heads(String topic, Collection<UUID> streams) {
        var tx = transactions.statement();
        var heads = new HashMap<UUID, Head>();
        for (var stream : streams) {
            Stream row = tx.get(HEADS, new Key(topic, stream));
            if (row != null) {
                heads.put(stream, row.head());
            }
        }
        return heads;
    }

    @Override
    public boolean moveHeads(String topic, Map<UUID, Head> before, Map<UUID, Head> after) {
        var tx = transactions.statement();
        for (var entry : after.entrySet()) {
            var key = new Key(topic, entry.getKey());
            tx.lock(HEADS, key);
            Stream stored = tx.get(HEADS, key);
            var expected = before.get(entry.getKey());
            var fits = expected == null
                    ? stored == null
                    : stored != null && stored.head().version() == expected.version();
            transactions.tell("head of %s at %s, expected %s, to %s", key, stored, expected, entry.getValue());
            if (!fits) {
                return false;
            }
            tx.put(HEADS, key, new Stream(key, entry.getValue()));
        }
        return true;
    }

    @Override
    public void lock(String topic, UUID stream) {
        transactions.statement().lock(HEADS, new Key(topic, stream));
    }

    @Override
    public void park(String topic, EventRecord record, String reason) {
        transactions.statement().put(PARKED, key(topic, record), new Parking(topic, record));
    }

    @Override
    public List<EventRecord> parked(String topic, UUID stream) {
        return transactions
                .statement()
                .<Parking>find(
                        PARKED,
                        parking -> parking.topic().equals(topic)
                                && parking.record().stream().equals(stream))
                .stream()
                .map(Parking::record)
                .sorted(Comparator.comparing(EventRecord::version).thenComparing(EventRecord::id))
                .toList();
    }

    @Override
    public void unpark(String topic, EventRecord record) {
        transactions.statement().delete(PARKED, key(topic, record));
    }

    @Override
    public List<UUID> parkedStreams(String topic) {
        return transactions
                .statement()
                .<Stream>find(
                        HEADS,
                        row -> row.key().topic().equals(topic) && row.head().parked() != null)
                .stream()
                .map(row -> row.key().stream())
                .toList();
    }

    @Override
    public void forgetExcept(Collection<String> ownTopics) {
        var tx = transactions.statement();
        tx.<Offset>find(OFFSETS, offset -> !ownTopics.contains(offset.topic()))
                .forEach(offset -> tx.delete(OFFSETS, offset.place()));
        tx.<Stream>find(HEADS, row -> !ownTopics.contains(row.key().topic()))
                .forEach(row -> tx.delete(HEADS, row.key()));
        tx.<Parking>find(PARKED, parking -> !ownTopics.contains(parking.topic()))
                .forEach(parking -> tx.delete(PARKED, key(parking.topic(), parking.record())));
    }

    private static ParkedKey key(String topic, EventRecord record) {
        return new ParkedKey(topic, record.stream(), record.version(), record.id());
    }
}
