package io.upswing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    enum Colour {
        RED
    }

    record Thing(
            String text,
            int count,
            Integer maybe,
            boolean yes,
            BigDecimal dose,
            LocalDate on,
            Instant at,
            UUID id,
            Colour colour,
            List<String> names) {}

    private final ObjectMapper json = strict();

    private static ObjectMapper strict() {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }

    @Test
    void what_is_well_formed_is_read() throws JsonProcessingException {
        var thing = json.readValue("""
                {"text": "Ada 😀", "count": 3, "yes": true, "dose": 5.5e1, "on": "2024-02-29",
                 "at": "2026-03-02T09:00:00-05:00", "id": "6f0a3d2e-1111-4222-8333-944455556666",
                 "colour": "RED", "names": ["a"]}""", Thing.class);

        assertThat(thing.text()).isEqualTo("Ada 😀");
        assertThat(thing.maybe()).isNull();
        assertThat(thing.dose()).isEqualByComparingTo("55");
        assertThat(thing.on()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(thing.at()).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(thing.colour()).isEqualTo(Colour.RED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 5}",
                "{\"text\": \"a\\u0000b\"}",
                "{\"text\": \"\\ud800\"}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{\"text\": \"a\"} x",
                "{\"text\": \"a\"}{}",
                "{\"names\": [1]}",
                "{\"names\": \"a\"}",
                "{\"unknown\": 1}",
                "{\"count\": \"3\"}",
                "{\"count\": 3.5}",
                "{\"count\": 3000000000}",
                "{\"count\": null}",
                "{\"count\": true}",
                "{\"maybe\": \"\"}",
                "{\"maybe\": \"  \"}",
                "{\"maybe\": \"\\u0000\"}",
                "{\"yes\": \"  \"}",
                "{\"dose\": \"  \"}",
                "{\"yes\": \"true\"}",
                "{\"yes\": 1}",
                "{\"dose\": \"56\"}",
                "{\"dose\": 1e999999999}",
                "{\"dose\": 1e-999999999}",
                "{\"dose\": NaN}",
                "{\"on\": \"2026-02-30\"}",
                "{\"on\": \"2026-3-2\"}",
                "{\"on\": \"+12026-03-02\"}",
                "{\"on\": \"0026-03-02\"}",
                "{\"on\": [2026, 3, 2]}",
                "{\"on\": 20000}",
                "{\"on\": \"2026-03-02T00:00:00Z\"}",
                "{\"on\": \"\"}",
                "{\"at\": 1700000000}",
                "{\"at\": \"2026-03-02T09:00:00\"}",
                "{\"at\": \"+999999999-12-31T23:59:59Z\"}",
                "{\"id\": \"1-1-1-1-1\"}",
                "{\"colour\": \"red\"}",
                "{\"colour\": 0}",
                "{'text': 'a'}",
                "{\"text\": \"a\",}",
                "[]",
                "\"text\"",
                "{",
                "{\"names\": [[[[[[[[[[[[[[[[[[[[[[[[[\"a\"]]]]]]]]]]]]]]]]]]]]]]]]]}"
            })
    void what_is_not_as_described_is_refused(String body) {
        assertThatThrownBy(() -> json.readValue(body, Thing.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void a_problem_is_written_flat_and_without_what_is_absent() throws IOException {
        var problem = new Problem("urn:problem:x", "X", 409, "x", "why", null, Map.of("alternatives", List.of(1)));

        assertThat(json.readTree(json.writeValueAsBytes(problem))).isEqualTo(json.readTree("""
                {"type": "urn:problem:x", "title": "X", "status": 409, "code": "x", "detail": "why",
                 "alternatives": [1]}"""));
    }

    @Test
    void the_event_id_follows_from_clinic_method_path_and_key() {
        var id = Commands.eventId("a", "POST", "/b", "c");

        assertThat(id).isEqualTo(Commands.eventId("a", "POST", "/b", "c"));
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(List.of(
                        Commands.eventId("b", "POST", "/b", "c"),
                        Commands.eventId("a", "PUT", "/b", "c"),
                        Commands.eventId("a", "POST", "/c", "c"),
                        Commands.eventId("a", "POST", "/b", "d")))
                .doesNotHaveDuplicates()
                .doesNotContain(id);
    }
}
