package io.upswing.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A value of the right kind that means nothing, with a reason fit for the caller. */
final class BadValue extends JsonMappingException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadValue(JsonParser parser, String reason) {
        super(parser, reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
