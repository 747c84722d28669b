package io.upswing.eventlog;

import java.util.UUID;

/** An event together with the record that carries it. */
public record Recorded<E>(EventRecord record, E event) {

    public UUID id() {
        return record.id();
    }

    public UUID stream() {
        return record.stream();
    }

    public long version() {
        return record.version();
    }

    public String clinic() {
        return record.clinic();
    }
}
