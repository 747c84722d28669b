package io.upswing.deploy.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/** Mail as JSON, on disk and over HTTP. */
final class MailJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private MailJson() {}

    static String write(Object mail) {
        try {
            return MAPPER.writeValueAsString(mail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mail read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, Mail.class);
    }

    static List<Mail> readAll(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, new TypeReference<>() {});
    }
}
