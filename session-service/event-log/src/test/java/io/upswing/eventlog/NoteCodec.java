package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Notes as plain text. */
final class NoteCodec implements EventCodec<Note> {

    static final String TYPE = "toy.noted.v1";

    @Override
    public String typeOf(Note event) {
        return TYPE;
    }

    @Override
    public byte[] encode(Note event) {
        return event.text().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Note> decode(String type, byte[] value) {
        var text = new String(value, StandardCharsets.UTF_8);
        if (text.startsWith("unreadable")) {
            throw new IllegalArgumentException("it says so");
        }
        return type.equals(TYPE) ? Optional.of(new Note(text)) : Optional.empty();
    }
}
