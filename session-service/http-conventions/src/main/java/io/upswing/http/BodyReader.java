package io.upswing.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads a body whole, within a limit, keeps it for its hash, and says what is wrong with it where it cannot be read. */
@Provider
class BodyReader implements ReaderInterceptor {
    /** What the largest honest request needs, many times over. */
    static final int LIMIT = 512 * 1024;

    private final RequestBody body;

    BodyReader(RequestBody body) {
        this.body = body;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var bytes = context.getInputStream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw new WebApplicationException(413);
        }
        body.is(bytes);
        context.setInputStream(new ByteArrayInputStream(bytes));
        var read = bytes.length == 0 ? null : read(context);
        if (read == null) {
            throw new BadInput("", "a JSON object is needed");
        }
        return read;
    }

    private static Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw faultOf(e);
        } catch (WebApplicationException e) {
            throw e.getCause() instanceof JsonProcessingException cause ? faultOf(cause) : e;
        }
    }

    private static BadInput faultOf(JsonProcessingException fault) {
        return switch (fault) {
            case UnrecognizedPropertyException unknown -> new BadInput(pathOf(unknown), "is not known here");
            case JsonMappingException wrong
            when !wrong.getPath().isEmpty() ->
                new BadInput(pathOf(wrong), wrong.getCause() instanceof BadValue bad ? bad.reason() : reasonOf(wrong));
            default -> new BadInput("", "is not a JSON object as described: " + placeOf(fault));
        };
    }

    private static String pathOf(JsonMappingException fault) {
        return fault.getPath().stream().map(BodyReader::nameOf).collect(Collectors.joining("."));
    }

    private static String nameOf(Reference reference) {
        return reference.getFieldName() == null ? Integer.toString(reference.getIndex()) : reference.getFieldName();
    }

    /** Jackson's own words hold names of classes. */
    private static String reasonOf(JsonMappingException fault) {
        return fault instanceof BadValue bad ? bad.reason() : "has not the type or form that is expected";
    }

    private static String placeOf(JsonProcessingException fault) {
        var place = fault.getLocation();
        return place == null ? "it cannot be read" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
    }
}
