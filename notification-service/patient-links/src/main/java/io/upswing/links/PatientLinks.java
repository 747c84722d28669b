package io.upswing.links;

import io.upswing.links.DeadLink.Why;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links as text and back: all that a link says, and a code that only who has the key can make for it. Nothing of it is kept.
 * The text is short enough for a text message: 92 characters.
 */
@Singleton
public class PatientLinks {
    private static final String ALGORITHM = "HmacSHA256";

    /** The key makes codes for other things too. */
    private static final byte[] DOMAIN = "patient-link".getBytes(StandardCharsets.UTF_8);

    private static final int BODY = 1 + Integer.BYTES + 3 * 2 * Long.BYTES;
    private static final int CODE = 16;
    private static final int LANGUAGE_BITS = 4;
    private static final int SECONDS = 60;

    private final SecretKeySpec key;

    public PatientLinks(LinksConfig config) {
        key = new SecretKeySpec(config.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    public String tokenOf(PatientLink link) {
        var bytes = ByteBuffer.allocate(BODY + CODE);
        bytes.put((byte) ((link.purpose().code << LANGUAGE_BITS) | link.language().code));
        bytes.putInt(Math.toIntExact(link.expires().getEpochSecond() / SECONDS));
        put(bytes, link.id());
        put(bytes, link.patientId());
        put(bytes, link.subject());
        bytes.put(code(Arrays.copyOf(bytes.array(), BODY)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The link behind a token.
     *
     * @throws DeadLink when nobody here made it, when it is for something else, and when its time is over
     */
    public PatientLink open(String token, Set<Purpose> purposes, Instant now) {
        var link = read(token)
                .filter(read -> purposes.contains(read.purpose()))
                .orElseThrow(() -> new DeadLink(Why.UNKNOWN, null));
        if (!now.isBefore(link.expires())) {
            throw new DeadLink(Why.EXPIRED, link.language());
        }
        return link;
    }

    private Optional<PatientLink> read(String token) {
        return decoded(token)
                .filter(bytes -> bytes.length == BODY + CODE)
                .filter(bytes -> MessageDigest.isEqual(
                        code(Arrays.copyOf(bytes, BODY)), Arrays.copyOfRange(bytes, BODY, bytes.length)))
                .flatMap(bytes -> link(ByteBuffer.wrap(bytes)));
    }

    private static Optional<PatientLink> link(ByteBuffer bytes) {
        var codes = bytes.get();
        var expires = Instant.ofEpochSecond((long) bytes.getInt() * SECONDS);
        var id = uuid(bytes);
        var patient = uuid(bytes);
        var subject = uuid(bytes);
        return Purpose.ofCode(codes >> LANGUAGE_BITS)
                .flatMap(purpose -> Language.ofCode(codes & ((1 << LANGUAGE_BITS) - 1))
                        .map(language -> new PatientLink(id, purpose, language, patient, subject, expires)));
    }

    private static Optional<byte[]> decoded(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private byte[] code(byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(DOMAIN);
            return Arrays.copyOf(mac.doFinal(body), CODE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
