package io.upswing.deploy.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** All that a server accepted, oldest first: one line of JSON each in a file, so that it survives a restart. */
final class Accepted<T> {
    private final Path file;
    private final List<T> messages = new ArrayList<>();

    Accepted(Path file, Class<T> type) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(line -> load(line, type));
        }
    }

    private void load(String line, Class<T> type) {
        try {
            messages.add(Json.read(line, type));
        } catch (JsonProcessingException e) {
            // The end of a line that was being written when the machine stopped: its sender was never told "accepted"
            System.err.println("Skipped an unreadable message in " + file);
        }
    }

    synchronized void add(T message) throws IOException {
        // Begins with the line break, so that a line cut off by a crash spoils no later one
        Files.writeString(file, "\n" + Json.write(message), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        messages.add(message);
    }

    synchronized int count() {
        return messages.size();
    }

    synchronized List<T> all() {
        return List.copyOf(messages);
    }
}
