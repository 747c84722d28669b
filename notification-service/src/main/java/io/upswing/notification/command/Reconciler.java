package io.upswing.notification.command;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.upswing.eventlog.EventLogs;
import io.upswing.eventlog.LogProblem;
import io.upswing.eventlog.Transactions;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Invitations;
import io.upswing.notification.domain.ProviderBook;
import io.upswing.notification.domain.Reading;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reconciliation;
import io.upswing.notification.domain.Reconciliation.Handed;
import io.upswing.notification.domain.Texts;
import io.upswing.notification.view.Recipients;
import io.upswing.notification.view.TextMessages;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Once a day holds what was handed over against the books of the provider: receipts get lost, and calls end without an
 * answer. Any number of replicas may; what one has found is no news to the next.
 */
@Singleton
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    /** A message of the last minutes of a day may stand in the books of the next one. */
    private static final Duration EDGE = Duration.ofHours(1);

    /** So many days are compared each morning: what a morning missed because somebody was away, the next makes up for. */
    private static final int DAYS = 3;

    private final EventLogs logs;
    private final List<ProviderBook> books;
    private final TextMessages messages;
    private final Recipients recipients;
    private final Texts texts;
    private final Invitations invitations;
    private final Receipts receipts;
    private final InstantSource clock;

    Reconciler(
            EventLogs logs,
            @All List<ProviderBook> books,
            TextMessages messages,
            Recipients recipients,
            Texts texts,
            Invitations invitations,
            Receipts receipts,
            InstantSource clock) {
        this.logs = logs;
        this.books = books.stream().filter(ProviderBook::configured).toList();
        this.messages = messages;
        this.recipients = recipients;
        this.texts = texts;
        this.invitations = invitations;
        this.receipts = receipts;
        this.clock = clock;
    }

    @Scheduled(
            cron = "${upswing.reconciliation.cron}",
            timeZone = "UTC",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void daily() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int days = DAYS; logs.ready() && days > 0; days--) {
            run(today.minusDays(days));
        }
    }

    /** @param day in UTC, as the provider counts */
    public void run(LocalDate day) {
        for (var book : books) {
            try {
                var records = book.of(day);
                var from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                var until = from.plus(Duration.ofDays(1));
                var handed = messages.startedBetween(from.minus(EDGE), until).stream()
                        .map(this::handed)
                        .toList();
                take(day, Reconciliation.of(handed, records, day));
            } catch (IOException e) {
                LOG.errorf(e, "The provider does not show its books of %s", day);
            }
        }
    }

    private void take(LocalDate day, Reconciliation found) {
        found.news().forEach(this::take);
        LOG.infof(
                "Text messages of %s: %d settled by the provider's books",
                day, found.news().size());
        if (found.missing() > 0 || found.strangers() > 0) {
            LOG.warnf(
                    "Text messages of %s: the provider's books lack %d, and have %d that are none of ours",
                    day, found.missing(), found.strangers());
        }
    }

    /** One that cannot be recorded is tried again tomorrow, and holds up no other. */
    private void take(Reading.News news) {
        try {
            receipts.take(news);
        } catch (LogProblem | Transactions.Disturbed e) {
            LOG.error("Something that the provider's books say is not recorded", e);
        }
    }

    private Handed handed(TextMessages.Entry entry) {
        var dispatch = entry.dispatch();
        var recipient = recipients
                .find(entry.clinic(), dispatch.patientId())
                .flatMap(patient -> patient.get(dispatch.person()));
        var claim = new Claim(
                dispatch.reminderId(), dispatch.patientId(), entry.clinic(), dispatch.attempt(), dispatch.dueAt());
        return new Handed(
                claim,
                dispatch.providerMessageId(),
                isSettled(dispatch),
                Objects.requireNonNull(dispatch.startedAt()),
                recipient.map(known -> known.address(Channel.SMS)).orElse(""),
                text(dispatch, recipient));
    }

    private static boolean isSettled(Dispatch dispatch) {
        return switch (dispatch.state()) {
            case ACCEPTED, UNKNOWN, STARTED -> false;
            case DELIVERED, BOUNCED, REJECTED, DEFERRED, SUPPRESSED, EXPIRED -> true;
        };
    }

    /** As it was handed over, to the letter: its link is made of the same facts, whenever it is made. */
    private String text(Dispatch dispatch, Optional<Recipient> recipient) {
        var link = invitations.under(
                dispatch.parameters(),
                dispatch.channel(),
                dispatch.reminderId(),
                dispatch.patientId(),
                Objects.requireNonNull(dispatch.startedAt()));
        return texts.of(
                        dispatch.channel(),
                        Objects.requireNonNull(dispatch.template()),
                        dispatch.templateVersion(),
                        dispatch.parameters(),
                        recipient.map(Recipient::givenName).orElse(null))
                .over(link)
                .body();
    }
}
