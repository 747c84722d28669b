package io.upswing.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads a number that fits on a page: 1e999999999 would be valid JSON, and a gigabyte once written out. */
final class StrictDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int DIGITS = 12;

    StrictDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            throw new BadValue(parser, "must be a number");
        }
        var number = parser.getDecimalValue();
        if (Math.abs((long) number.scale()) > DIGITS || number.precision() > 2 * DIGITS) {
            throw new BadValue(parser, "must be a number of at most " + DIGITS + " digits either side of the point");
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
