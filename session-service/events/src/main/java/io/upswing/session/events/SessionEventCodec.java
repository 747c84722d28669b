package io.upswing.session.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.upswing.eventlog.EventCodec;
import java.io.IOException;
import java.util.Optional;

/** Session events to JSON and back. Unknown types and fields are let pass: a later version may have written them. */
public final class SessionEventCodec implements EventCodec<SessionEvent> {
    private final ObjectMapper json = SessionJson.mapper();

    @Override
    public String typeOf(SessionEvent event) {
        return SessionEventTypes.nameOf(event);
    }

    @Override
    public byte[] encode(SessionEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write " + typeOf(event), e);
        }
    }

    @Override
    public Optional<SessionEvent> decode(String type, byte[] value) {
        return SessionEventTypes.classOf(type).map(known -> read(type, known, value));
    }

    private SessionEvent read(String type, Class<? extends SessionEvent> known, byte[] value) {
        try {
            SessionEvent event = json.readValue(value, known);
            Required.check(event);
            return event;
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException("Not a " + type, e);
        }
    }
}
