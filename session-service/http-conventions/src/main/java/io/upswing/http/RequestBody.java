package io.upswing.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.HexFormat;

/** The body of this request as it came over the wire. */
@RequestScoped
class RequestBody {
    private byte[] bytes = {};

    void is(byte[] body) {
        bytes = body;
    }

    String hash() {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
