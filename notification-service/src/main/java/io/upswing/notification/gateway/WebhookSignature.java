package io.upswing.notification.gateway;

import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What proves a call between a clinic's system and us, in both directions: {@code t=<seconds since 1970>,v1=<hex>}, where
 * the hex is the HMAC-SHA256 of the seconds, a full stop and the body. A receiver may refuse what is old.
 */
final class WebhookSignature {
    static final String HEADER = "Upswing-Signature";

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    private WebhookSignature() {}

    static String of(String secret, Instant at, String body) {
        return of(secret, Long.toString(at.getEpochSecond()), body);
    }

    static boolean isRight(String secret, String signature, String body) {
        var parts = FORM.matcher(signature);
        return parts.matches() && Hmac.same(signature, of(secret, parts.group(1), body));
    }

    private static String of(String secret, String seconds, String body) {
        var mac = Hmac.of("HmacSHA256", secret, seconds + "." + body);
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac);
    }
}
