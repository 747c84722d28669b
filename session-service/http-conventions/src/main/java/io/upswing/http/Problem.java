package io.upswing.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 wants it told. {@code code} is what programs read, {@code detail} what people read; neither holds
 * personal data. {@code more}: further members, such as the alternatives to a slot that is taken.
 */
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable List<Violation> violations,
        @JsonAnyGetter Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one field; a path with dots where it is nested, empty where it is the whole body. */
    public record Violation(String field, String message) {}

    public static Response of(int status, String code, String detail) {
        return of(status, code, detail, Map.of());
    }

    public static Response of(int status, String code, String detail, Map<String, Object> more) {
        return new Problem("urn:problem:" + code, titleOf(code), status, code, detail, null, more).response();
    }

    /** The request cannot be understood: 400, with what is wrong field by field. */
    public static Response of(BadInput bad) {
        return input(bad.violations()).response();
    }

    static Problem input(List<Violation> violations) {
        var detail = violations.isEmpty()
                ? "The request cannot be understood."
                : violations.getFirst().field() + ": " + violations.getFirst().message();
        return new Problem("urn:problem:bad-input", "Bad input", 400, "bad-input", detail, violations, Map.of());
    }

    static Problem plain(int status, String code, String detail) {
        return new Problem("urn:problem:" + code, titleOf(code), status, code, detail, null, Map.of());
    }

    private Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    private static String titleOf(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }
}
