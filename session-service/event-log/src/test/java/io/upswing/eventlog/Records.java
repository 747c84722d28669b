package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Records of the toy service. */
final class Records {

    static final Instant AT = Instant.parse("2026-03-02T14:05:00.123456Z");

    private Records() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static EventRecord event(UUID stream, long version, String text) {
        return event(id(stream + "@" + version + text), stream, version, text);
    }

    static EventRecord event(UUID id, UUID stream, long version, String text) {
        return new EventRecord(
                id,
                NoteCodec.TYPE,
                stream,
                version,
                "clinic",
                "nurse",
                AT,
                AT.plusSeconds(1),
                null,
                "hash",
                text.getBytes(StandardCharsets.UTF_8));
    }

    static Request request(String key) {
        return new Request("clinic", "nurse", id(key), "hash of " + key, null);
    }

    static StateRecord state(String topic, UUID key, long version, String text) {
        return new StateRecord(topic, key, version, "clinic", AT, text.getBytes(StandardCharsets.UTF_8));
    }
}
