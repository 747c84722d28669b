package io.upswing.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** Reads a value that is written as text, and only as text. */
final class StrictText<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    StrictText(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadValue(parser, "must be text");
        }
        var text = parser.getText();
        var fault = Text.fault(text);
        if (fault != null) {
            throw new BadValue(parser, fault);
        }
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadValue(parser, String.valueOf(e.getMessage()));
        }
    }
}
