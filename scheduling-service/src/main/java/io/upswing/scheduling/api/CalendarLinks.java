package io.upswing.scheduling.api;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a calendar's feed: its id, and a code that only who has this service's key can make for it. So nothing of it
 * is kept, and who asks again is told the same.
 */
@Singleton
class CalendarLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "calendar".getBytes(StandardCharsets.UTF_8);
    private static final int ID_BYTES = 16;
    private static final int BYTES = ID_BYTES + 32;

    private final SecretKeySpec key;
    private final Optional<URI> baseUrl;

    CalendarLinks(LinksConfig config) {
        key = new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
        baseUrl = config.baseUrl();
    }

    /** Where a calendar is read. Whoever can send a request can give it any host, so operators may name theirs. */
    String url(UUID calendarId, URI requested) {
        var base = baseUrl.orElse(requested).toString();
        return (base.endsWith("/") ? base : base + "/") + "calendars/" + secretOf(calendarId) + ".ics";
    }

    String secretOf(UUID calendarId) {
        var secret = ByteBuffer.allocate(BYTES);
        secret.putLong(calendarId.getMostSignificantBits()).putLong(calendarId.getLeastSignificantBits());
        secret.put(code(Arrays.copyOf(secret.array(), ID_BYTES)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.array());
    }

    /** The calendar that a secret opens; empty for what is no secret of ours. */
    Optional<UUID> calendarOf(String secret) {
        return decoded(secret)
                .filter(bytes -> bytes.length == BYTES)
                .filter(bytes -> MessageDigest.isEqual(
                        code(Arrays.copyOf(bytes, ID_BYTES)), Arrays.copyOfRange(bytes, ID_BYTES, BYTES)))
                .map(ByteBuffer::wrap)
                .map(bytes -> new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static Optional<byte[]> decoded(String secret) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(secret));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] code(byte[] id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
