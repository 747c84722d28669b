package io.upswing.deploy.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Bearer tokens as an OIDC issuer would sign them (JWT, RS256), for tests and for the local system. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {}

    /** A token of that subject in that clinic with those roles, valid between the instants. */
    public static String sign(
            PrivateKey key, Collection<String> roles, String clinic, String subject, Instant from, Instant until) {
        var claims = Map.of(
                "iss",
                "upswing-local",
                "sub",
                subject,
                "groups",
                List.copyOf(roles),
                "clinic",
                clinic,
                "iat",
                from.getEpochSecond(),
                "exp",
                until.getEpochSecond());
        var signed = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
        return signed + "." + BASE64.encodeToString(signature(key, signed));
    }

    public static KeyPair newKeyPair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(Map<String, Object> json) {
        try {
            return BASE64.encodeToString(JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(PrivateKey key, String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
