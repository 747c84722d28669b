package io.upswing.deploy.local.demo;

import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Smtp;
import io.upswing.deploy.embedded.Wait;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The mail that the demo's patients got since it began. */
final class Mails {
    private static final int QUIET = 40; // looks, two seconds

    private final Smtp smtp;
    private final Set<String> addresses;
    private final Instant since;

    Mails(Smtp smtp, List<Told> told, Instant since) {
        this.smtp = smtp;
        this.addresses = told.stream()
                .flatMap(each -> each.story().person().address().stream())
                .collect(Collectors.toSet());
        this.since = since;
    }

    /** Once no more come. */
    void print(PrintStream out) {
        Deque<Integer> counts = new ArrayDeque<>();
        Wait.until(Duration.ofSeconds(20), () -> {
            counts.addLast(arrived().size());
            if (counts.size() > QUIET) {
                counts.removeFirst();
            }
            return counts.size() == QUIET && counts.getFirst().equals(counts.getLast());
        });
        var mails = arrived();
        out.printf(
                "%d mails were sent; others wait for their hour (08:00 to 21:00 where the patient lives).%n",
                mails.size());
        mails.forEach(mail -> out.printf("  %-38s %s%n", mail.to(), mail.subject()));
        out.println();
    }

    private List<Mail> arrived() {
        return smtp.mails().stream()
                .filter(mail -> addresses.contains(mail.to()) && !mail.at().isBefore(since))
                .toList();
    }
}
