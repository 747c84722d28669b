package io.upswing.deploy.embedded;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** Tokens that services under {@link UpswingTestResource} accept, whatever their clock says. */
public final class TestTokens {
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2100-01-01T00:00:00Z");

    private TestTokens() {}

    public static String token(String role, String clinic, String subject) {
        return token(List.of(role), clinic, subject);
    }

    public static String token(Collection<String> roles, String clinic, String subject) {
        return Tokens.sign(key(), roles, clinic, subject, LONG_AGO, FAR_AWAY);
    }

    private static PrivateKey key() {
        try {
            var encoded = Base64.getDecoder().decode(Infrastructure.get().privateKey());
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
