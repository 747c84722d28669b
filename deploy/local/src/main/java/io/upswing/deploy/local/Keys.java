package io.upswing.deploy.local;

import io.upswing.deploy.embedded.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The key pair of the local system's tokens and the key of its links, made when they are first needed. */
record Keys(Path folder) {
    private static final Duration TOKEN_LIFE = Duration.ofDays(7);

    /** What a person of that role in that clinic shows at the API from {@code now} on. */
    String token(String role, String clinicId, String subject, Instant now) {
        return Tokens.sign(privateKey(), List.of(role), clinicId, subject, now, now.plus(TOKEN_LIFE));
    }

    PrivateKey privateKey() {
        try {
            var encoded = Base64.getDecoder().decode(read("private.key"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Quarkus takes it. */
    String publicKey() {
        return read("public.key");
    }

    /** What the secrets of links are made with that open without a token. */
    String linksKey() {
        return read("links.key");
    }

    /** One at a time: the services are started together, and each asks for the key that the first of them makes. */
    private String read(String name) {
        synchronized (Keys.class) {
            try {
                if (!Files.exists(folder.resolve("private.key"))) {
                    create();
                }
                if (!Files.exists(folder.resolve("links.key"))) {
                    write("links.key", random());
                }
                return Files.readString(folder.resolve(name)).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The private key comes last: where it is, both are. */
    private void create() throws IOException {
        var pair = Tokens.newKeyPair();
        Files.createDirectories(folder);
        write("public.key", pair.getPublic().getEncoded());
        write("private.key", pair.getPrivate().getEncoded());
    }

    private static byte[] random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private void write(String name, byte[] key) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(folder, name, ".new", ownerOnly);
        Files.writeString(half, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
