package io.upswing.deploy.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** Ends all servers below a folder and deletes it when this JVM ends, in good order or by {@code kill -9}. */
public final class Reaper {
    private Reaper() {}

    /** What runs below {@code folder/*} ends no later than this JVM. */
    public static void watch(Path folder) {
        try (InputStream in = Reaper.class.getResourceAsStream("reaper.sh")) {
            var script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var reaper = new ProcessBuilder("sh", "-c", script, folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> release(reaper)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for it too, so that whoever comes after this JVM finds nothing left. */
    private static void release(Process reaper) {
        try {
            reaper.getOutputStream().close();
            reaper.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
