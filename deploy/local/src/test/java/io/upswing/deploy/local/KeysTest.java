package io.upswing.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path root;

    @Test
    void are_made_once() {
        var made = keys();
        var publicKey = made.publicKey();
        var privateKey = made.privateKey();
        var linksKey = made.linksKey();
        assertThat(keys().publicKey()).isEqualTo(publicKey);
        assertThat(keys().privateKey()).isEqualTo(privateKey);
        assertThat(keys().linksKey()).isEqualTo(linksKey).hasSizeGreaterThan(32);
    }

    @Test
    void are_the_same_for_all_who_ask_at_once() throws Exception {
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = Collections.nCopies(8, (Callable<String>) () -> keys().publicKey());
            for (var answer : askers.invokeAll(asked)) {
                assertThat(answer.get()).isEqualTo(keys().publicKey());
            }
        }
    }

    @Test
    void can_be_read_by_nobody_else() throws IOException {
        keys().publicKey();
        var permissions = Files.getPosixFilePermissions(root.resolve("keys/private.key"));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    private Keys keys() {
        return new Keys(root.resolve("keys"));
    }
}
