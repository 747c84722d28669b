package io.upswing.session.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.upswing.eventlog.EventCodec;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
    private static final List<SessionEvent> SAMPLES = Samples.ALL;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventCodec<SessionEvent> codec = SessionEventTypes.codec();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void is_written_as_its_golden_says(SessionEvent event) throws IOException {
        assertThat(JSON.readTree(codec.encode(event)).toPrettyString()).isEqualTo(golden(event));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void is_read_back_from_its_golden(SessionEvent event) throws IOException {
        assertThat(codec.decode(codec.typeOf(event), golden(event).getBytes(UTF_8)))
                .contains(event);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void obeys_its_schema(SessionEvent event) throws IOException {
        assertThat(schema(event).validate(JSON.readTree(codec.encode(event)))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void its_schema_names_every_field_and_which_must_be_there(SessionEvent event) throws IOException {
        var node = schema(event).getSchemaNode();

        assertThat(node.get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        components(event).map(RecordComponent::getName).toList());
        assertThat(JSON.convertValue(node.get("required"), String[].class)).containsExactlyElementsOf(required(event));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void is_refused_without_a_required_field_by_reader_and_schema(SessionEvent event) throws IOException {
        for (var field : required(event)) {
            var node = (ObjectNode) JSON.readTree(codec.encode(event));
            node.remove(field);

            assertThat(schema(event).validate(node)).as(field).isNotEmpty();
            assertThatIllegalArgumentException()
                    .as(field)
                    .isThrownBy(() -> codec.decode(codec.typeOf(event), JSON.writeValueAsBytes(node)));
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void needs_only_the_required_fields_and_lets_unknown_ones_pass(SessionEvent event) throws IOException {
        var node = (ObjectNode) JSON.readTree(codec.encode(event));
        node.retain(required(event)).put("fieldOfALaterVersion", true);

        assertThat(schema(event).validate(node)).isEmpty();
        assertThat(codec.decode(codec.typeOf(event), JSON.writeValueAsBytes(node)))
                .isPresent();
    }

    @Test
    void an_unknown_type_is_no_event() {
        assertThat(codec.decode("session.of-a-later-version.v1", "{}".getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"courseId\":\"x\"}"})
    void other_bytes_are_refused(String bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode("session.consent-signed.v1", bytes.getBytes(UTF_8)));
    }

    private static Stream<RecordComponent> components(SessionEvent event) {
        return Arrays.stream(event.getClass().getRecordComponents());
    }

    private static List<String> required(SessionEvent event) {
        return components(event)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String golden(SessionEvent event) throws IOException {
        return resource("/golden/" + SessionEventTypes.codec().typeOf(event) + ".json")
                .strip();
    }

    private static JsonSchema schema(SessionEvent event) throws IOException {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("/schemas/" + SessionEventTypes.codec().typeOf(event) + ".json"), config);
    }

    private static String resource(String path) throws IOException {
        try (var in = WireFormatTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
