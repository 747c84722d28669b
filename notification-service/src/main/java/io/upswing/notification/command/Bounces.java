package io.upswing.notification.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.Outcome;
import io.upswing.notification.domain.Returned;
import io.upswing.notification.domain.ReturnedMail;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.view.MailsOut;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jboss.logging.Logger;

/**
 * Looks for mail that came back, and records of which reminder it is: from there on the next channel is tried, or a
 * person is asked. What is no report on a mail of ours is put aside. Who sends a report proves nothing; the reminder's
 * id does, which only who had the mail knows. So nobody can have a stranger's reminder taken for returned.
 */
@Singleton
public class Bounces {
    private static final Logger LOG = Logger.getLogger(Bounces.class);

    private final EventLogs logs;
    private final ReturnedMail returned;
    private final MailsOut mails;
    private final LogJournal journal;
    private final MeterRegistry metrics;

    Bounces(EventLogs logs, ReturnedMail returned, MailsOut mails, LogJournal journal, MeterRegistry metrics) {
        this.logs = logs;
        this.returned = returned;
        this.mails = mails;
        this.journal = journal;
        this.metrics = metrics;
    }

    @Scheduled(every = "${upswing.bounces.every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (returned.configured() && logs.ready()) {
            run();
        }
    }

    /** Never throws: what could not be read is tried again. */
    public void run() {
        try {
            returned.each(this::take);
        } catch (IOException e) {
            count("unread");
            LOG.warn("Returned mail cannot be read; it is tried again", e);
        }
    }

    private boolean take(long number, Returned mail) {
        return switch (mail) {
            case Returned.Bounce bounce -> recorded(number, bounce);
            case Returned.Other(var kind) -> putAside(number, inWords(kind));
        };
    }

    private boolean recorded(long number, Returned.Bounce bounce) {
        try {
            return mails.of(bounce.reminderId())
                    .map(claim -> recorded(journal.receive(claim, bounce.receipt())))
                    .orElseGet(() -> putAside(number, "no mail of ours"));
        } catch (RuntimeException e) {
            count("failed");
            LOG.warnf(e, "Returned mail %d cannot be recorded; it is tried again", number);
            return false;
        }
    }

    /** Only what the log has acknowledged may be forgotten here. */
    private boolean recorded(Outcome<NotificationEvent> outcome) {
        count(
                switch (outcome) {
                    case Outcome.Logged<NotificationEvent> logged -> "recorded";
                    case Outcome.Repeated<NotificationEvent> repeated -> "known";
                    case Outcome.Unchanged<NotificationEvent> unchanged -> "known";
                    case Outcome.Pending<NotificationEvent> pending -> "pending";
                });
        return !(outcome instanceof Outcome.Pending<NotificationEvent>);
    }

    private static String inWords(Returned.Kind kind) {
        return switch (kind) {
            case NO_REPORT -> "no report";
            case NO_FAILURE -> "no failure";
            case NAMELESS -> "names no mail";
            case UNREADABLE -> "unreadable";
        };
    }

    private boolean putAside(long number, String what) {
        LOG.infof("Returned mail %d is put aside: %s", number, what);
        count(what);
        return true;
    }

    private void count(String outcome) {
        metrics.counter("upswing.mail.returned", "outcome", outcome).increment();
    }
}
