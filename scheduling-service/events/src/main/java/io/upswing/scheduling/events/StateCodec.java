package io.upswing.scheduling.events;

import io.upswing.eventlog.JsonRecords;

/** A state record of a compacted topic to JSON and back: {@link PatientRecord} or {@link CareDueRecord}. */
public final class StateCodec<T extends Record> {
    private final JsonRecords json = new JsonRecords();
    private final Class<T> type;

    private StateCodec(Class<T> type) {
        this.type = type;
    }

    /** Of the topic {@code patients}. */
    public static StateCodec<PatientRecord> patients() {
        return new StateCodec<>(PatientRecord.class);
    }

    /** Of the topic {@code care-due}. */
    public static StateCodec<CareDueRecord> careDue() {
        return new StateCodec<>(CareDueRecord.class);
    }

    public byte[] encode(T state) {
        return json.write(state);
    }

    /** @throws IllegalArgumentException when the bytes are not such a record */
    public T decode(byte[] value) {
        return json.read(value, type);
    }
}
