package io.upswing.deploy.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** All mail that was accepted, oldest first: one line of JSON each in a file, so that it survives a restart. */
final class Mailbox {
    private final Path file;
    private final List<Mail> mails = new ArrayList<>();

    Mailbox(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(this::load);
        }
    }

    private void load(String line) {
        try {
            mails.add(MailJson.read(line));
        } catch (JsonProcessingException e) {
            // The end of a line that was being written when the machine stopped: its sender was never told "accepted"
            System.err.println("Skipped an unreadable message in " + file);
        }
    }

    synchronized void add(Mail mail) throws IOException {
        // Begins with the line break, so that a line cut off by a crash spoils no later one
        Files.writeString(file, "\n" + MailJson.write(mail), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        mails.add(mail);
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }
}
