package io.upswing.session.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.io.IOException;
import java.nio.file.Path;

/** The protocols as session-service ships them. */
final class Catalogue {
    static final Path DIRECTORY = Path.of("../src/main/resources/protocols");

    private Catalogue() {}

    static Protocol protocol(String id) throws IOException {
        var strict = SessionJson.mapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        var protocol = strict.readValue(DIRECTORY.resolve(id + ".json").toFile(), Protocol.class);
        assertThat(protocol.id()).isEqualTo(id);
        return protocol;
    }
}
