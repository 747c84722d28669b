package io.upswing.session.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Optional;

/** Session events to JSON and back. Unknown types and fields are let pass: a later version may have written them. */
public final class SessionEventCodec {
    private final ObjectMapper json = mapper();

    /** How session events and protocols are written: ISO dates, no nulls, fields in the order of their records. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    public String typeOf(SessionEvent event) {
        return SessionEventTypes.nameOf(event);
    }

    public byte[] encode(SessionEvent event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Cannot write " + typeOf(event), e);
        }
    }

    /** Empty for a type that this version does not know; bytes that are not such an event are refused. */
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
