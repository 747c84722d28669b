package io.upswing.eventlog;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** @param healed whether this version of the service understands everything */
record SimCodec(BooleanSupplier healed) implements EventCodec<String> {

    @Override
    public String typeOf(String event) {
        return NoteCodec.TYPE;
    }

    @Override
    public byte[] encode(String event) {
        return event.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<String> decode(String type, byte[] value) {
        var text = new String(value, StandardCharsets.UTF_8);
        if (text.startsWith("unreadable") && !healed.getAsBoolean()) {
            throw new IllegalArgumentException("it says so");
        }
        return Optional.of(text);
    }
}
