package io.upswing.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * What holds for everything that is ever written to a topic: it is written as its golden sample says and read back from
 * it, its JSON Schema tells the same story as its record, and a reader lets pass what a later version may add. Goldens are
 * under {@code /golden}, schemas under {@code /schemas} of the module that is held to this.
 */
public final class WireContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NO_RECORDS = List.of("", "null", "[]", "7", "{", "{\"courseId\":\"x\"}");

    private final String name;
    private final Object value;
    private final byte[] written;
    private final Function<byte[], Object> read;

    private WireContract(String name, Object value, byte[] written, Function<byte[], Object> read) {
        this.name = name;
        this.value = value;
        this.written = written;
        this.read = read;
    }

    /** The tests of events; {@code samples}: one of every type, with every field given. */
    public static <E> Stream<DynamicTest> of(EventCodec<E> codec, List<? extends E> samples) {
        return Stream.concat(
                samples.stream().flatMap(sample -> of(codec, sample)),
                Stream.of(dynamicTest(
                        "an unknown type is no event",
                        () -> assertThat(codec.decode("of-a-later-version.v1", "{}".getBytes(UTF_8)))
                                .isEmpty())));
    }

    private static <E> Stream<DynamicTest> of(EventCodec<E> codec, E sample) {
        var type = codec.typeOf(sample);
        return of(
                type,
                sample,
                codec.encode(sample),
                bytes -> codec.decode(type, bytes).orElseThrow());
    }

    /** The tests of a record of another kind. */
    public static Stream<DynamicTest> of(String name, Object value, byte[] written, Function<byte[], Object> read) {
        return new WireContract(name, value, written, read).tests();
    }

    private Stream<DynamicTest> tests() {
        return Stream.of(
                dynamicTest(name + " is written as its golden says", this::isWrittenAsItsGoldenSays),
                dynamicTest(name + " is read back from its golden", this::isReadBackFromItsGolden),
                dynamicTest(name + " obeys its schema", this::obeysItsSchema),
                dynamicTest(name + "'s schema names every field and which must be there", this::schemaNamesEveryField),
                dynamicTest(name + " is refused without a required field", this::isRefusedWithoutARequiredField),
                dynamicTest(name + " lets unknown fields pass", this::letsUnknownFieldsPass),
                dynamicTest(name + " refuses other bytes", this::refusesOtherBytes));
    }

    private void isWrittenAsItsGoldenSays() throws IOException {
        assertThat(JSON.readTree(written).toPrettyString()).isEqualTo(golden());
    }

    private void isReadBackFromItsGolden() {
        assertThat(read.apply(golden().getBytes(UTF_8))).isEqualTo(value);
    }

    private void obeysItsSchema() throws IOException {
        assertThat(schema().validate(JSON.readTree(written))).isEmpty();
    }

    private void schemaNamesEveryField() {
        var node = schema().getSchemaNode();

        assertThat(node.get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        components().map(RecordComponent::getName).toList());
        assertThat(JSON.convertValue(node.get("required"), String[].class)).containsExactlyElementsOf(required());
    }

    private void isRefusedWithoutARequiredField() throws IOException {
        for (var field : required()) {
            var node = object();
            node.remove(field);

            assertThat(schema().validate(node)).as(field).isNotEmpty();
            assertThatIllegalArgumentException().as(field).isThrownBy(() -> read.apply(bytes(node)));
        }
    }

    private void letsUnknownFieldsPass() throws IOException {
        var node = object();
        node.retain(required()).put("fieldOfALaterVersion", true);

        assertThat(schema().validate(node)).isEmpty();
        assertThat(read.apply(bytes(node)).getClass()).isEqualTo(value.getClass());
    }

    private void refusesOtherBytes() {
        for (var bytes : NO_RECORDS) {
            assertThatIllegalArgumentException().as(bytes).isThrownBy(() -> read.apply(bytes.getBytes(UTF_8)));
        }
    }

    private Stream<RecordComponent> components() {
        return Arrays.stream(value.getClass().getRecordComponents());
    }

    private List<String> required() {
        return components()
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private ObjectNode object() throws IOException {
        return (ObjectNode) JSON.readTree(written);
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(UTF_8);
    }

    private String golden() {
        return resource("/golden/" + name + ".json").strip();
    }

    private JsonSchema schema() {
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(resource("/schemas/" + name + ".json"), config);
    }

    private static String resource(String path) {
        try (var in = WireContract.class.getResourceAsStream(path)) {
            assertThat(in).as(path).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
