package io.upswing.deploy.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All mail that was accepted, oldest first. */
final class Mailbox {
    private final Accepted<Mail> mails;

    Mailbox(Path file) throws IOException {
        mails = new Accepted<>(file, Mail.class);
    }

    void add(Mail mail) throws IOException {
        mails.add(mail);
    }

    int count() {
        return mails.count();
    }

    List<Mail> all() {
        return mails.all();
    }

    List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }
}
