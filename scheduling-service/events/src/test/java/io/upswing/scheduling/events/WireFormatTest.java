package io.upswing.scheduling.events;

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
    /** A value under its wire name. */
    private record Sample(String name, Object value) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Sample> SAMPLES = Stream.concat(
                    Samples.EVENTS.stream()
                            .map(event ->
                                    new Sample(SchedulingEventTypes.codec().typeOf(event), event)),
                    Stream.of(new Sample("patients.v1", Samples.AMA), new Sample("care-due.v1", Samples.DUE)))
            .toList();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventCodec<SchedulingEvent> EVENTS = SchedulingEventTypes.codec();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void is_written_as_its_golden_says(Sample sample) throws IOException {
        assertThat(JSON.readTree(encoded(sample)).toPrettyString()).isEqualTo(golden(sample));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void is_read_back_from_its_golden(Sample sample) throws IOException {
        assertThat(decoded(sample, golden(sample).getBytes(UTF_8))).isEqualTo(sample.value());
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void obeys_its_schema(Sample sample) throws IOException {
        assertThat(schema(sample).validate(JSON.readTree(encoded(sample)))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void its_schema_names_every_field_and_which_must_be_there(Sample sample) throws IOException {
        var node = schema(sample).getSchemaNode();

        assertThat(node.get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        components(sample).map(RecordComponent::getName).toList());
        assertThat(JSON.convertValue(node.get("required"), String[].class)).containsExactlyElementsOf(required(sample));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void is_refused_without_a_required_field_by_reader_and_schema(Sample sample) throws IOException {
        for (var field : required(sample)) {
            var node = (ObjectNode) JSON.readTree(encoded(sample));
            node.remove(field);

            assertThat(schema(sample).validate(node)).as(field).isNotEmpty();
            assertThatIllegalArgumentException()
                    .as(field)
                    .isThrownBy(() -> decoded(sample, JSON.writeValueAsBytes(node)));
        }
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void needs_only_the_required_fields_and_lets_unknown_ones_pass(Sample sample) throws IOException {
        var node = (ObjectNode) JSON.readTree(encoded(sample));
        node.retain(required(sample)).put("fieldOfALaterVersion", true);

        assertThat(schema(sample).validate(node)).isEmpty();
        assertThat(decoded(sample, JSON.writeValueAsBytes(node)).getClass())
                .isEqualTo(sample.value().getClass());
    }

    @Test
    void an_unknown_type_is_no_event() {
        assertThat(EVENTS.decode("scheduling.of-a-later-version.v1", "{}".getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "{\"patientId\":\"x\"}"})
    void other_bytes_are_refused(String bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVENTS.decode("scheduling.patient-registered.v1", bytes.getBytes(UTF_8)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateCodec.careDue().decode(bytes.getBytes(UTF_8)));
    }

    private static byte[] encoded(Sample sample) {
        return switch (sample.value()) {
            case SchedulingEvent event -> EVENTS.encode(event);
            case PatientRecord patient -> StateCodec.patients().encode(patient);
            case CareDueRecord due -> StateCodec.careDue().encode(due);
            case Object other -> throw new IllegalStateException("Not on the wire: " + other);
        };
    }

    private static Object decoded(Sample sample, byte[] bytes) {
        return switch (sample.value()) {
            case SchedulingEvent event ->
                EVENTS.decode(EVENTS.typeOf(event), bytes).orElseThrow();
            case PatientRecord patient -> StateCodec.patients().decode(bytes);
            case Object due -> StateCodec.careDue().decode(bytes);
        };
    }

    private static Stream<RecordComponent> components(Sample sample) {
        return Arrays.stream(sample.value().getClass().getRecordComponents());
    }

    private static List<String> required(Sample sample) {
        return components(sample)
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String golden(Sample sample) throws IOException {
        return resource("/golden/" + sample.name() + ".json").strip();
    }

    private static JsonSchema schema(Sample sample) throws IOException {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("/schemas/" + sample.name() + ".json"), config);
    }

    private static String resource(String path) throws IOException {
        try (var in = WireFormatTest.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
