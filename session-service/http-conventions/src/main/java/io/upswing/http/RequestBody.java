package io.upswing.http;

import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The body of this request as it came over the wire. */
@RequestScoped
class RequestBody {
    private byte[] bytes = {};

    void is(byte[] body) {
        bytes = body;
    }

    /** Together with the query, where there is one: with another it is another request. */
    String hash(@Nullable String query) {
        var hash = hash(bytes);
        return query == null ? hash : hash((hash + "?" + query).getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
