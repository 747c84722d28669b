package io.upswing.notification.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.notification.domain.Replies;
import io.upswing.notification.domain.Reply;
import io.upswing.notification.domain.ReplyReader;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.view.Plans;
import io.upswing.notification.view.Recipients;
import io.upswing.notification.view.Recipients.Telephone;
import io.upswing.notification.view.Words;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes what patients, and who acts for them, answer to text messages. */
@Singleton
public class Inbound {
    /** {@code from}: E.164; {@code providerId}: the provider's name for it, the same whenever it brings it again. */
    public record Sms(String clinic, String actor, String from, String text, String providerId) {
        Reply meaning() {
            return ReplyReader.read(text);
        }
    }

    /** What became of it for one patient; {@code acknowledged}: whether the sender is answered. */
    public record Taken(Telephone from, Outcome<NotificationEvent> outcome, boolean acknowledged) {}

    private final EventLog<NotificationEvent> log;
    private final Plans plans;
    private final Recipients recipients;
    private final Words words;
    private final InstantSource clock;

    Inbound(EventLog<NotificationEvent> log, Plans plans, Recipients recipients, Words words, InstantSource clock) {
        this.log = log;
        this.plans = plans;
        this.recipients = recipients;
        this.words = words;
        this.clock = clock;
    }

    /** Empty when no patient of the clinic has that telephone. */
    public List<Taken> take(Sms sms) {
        return concerned(sms).stream().map(from -> take(sms, from)).toList();
    }

    /** All of it is in the log only when each of it is. */
    public static Optional<Outcome<NotificationEvent>> together(List<Taken> taken) {
        return taken.stream().map(Taken::outcome).reduce((one, other) -> switch (other) {
            case Outcome.Pending<NotificationEvent> pending -> pending;
            case Outcome.Logged<NotificationEvent> logged -> one;
            case Outcome.Repeated<NotificationEvent> repeated -> one;
            case Outcome.Unchanged<NotificationEvent> unchanged -> one;
        });
    }

    private Taken take(Sms sms, Telephone from) {
        var patientId = from.patientId();
        var replyId = Replies.idOf(sms.clinic(), sms.providerId(), patientId);
        var request = new Request(sms.clinic(), sms.actor(), replyId, null, null);
        var outcome = log.execute(request, patientId, history -> decide(sms, from, replyId, history));
        return new Taken(from, outcome, isAcknowledged(sms, from, replyId));
    }

    private Optional<Draft<NotificationEvent>> decide(
            Sms sms, Telephone from, UUID replyId, List<Recorded<NotificationEvent>> history) {
        var patientId = from.patientId();
        plans.lock(Set.of(patientId));
        if (recipients.find(sms.clinic(), patientId).isEmpty()) {
            return Optional.empty(); // erased since their telephone was looked up: nothing of them is kept
        }
        var now = clock.instant();
        var reply =
                Replies.received(replyId, patientId, from.persons(), sms.providerId(), sms.meaning(), past(history));
        var said = words.of(patientId).with(replyId, sms.text(), now);
        return Optional.of(new Draft<>(reply, now, List.of(words.change(patientId, sms.clinic(), said))));
    }

    /** A function of what was said before it, so that a message that is brought again is answered as the first time. */
    private boolean isAcknowledged(Sms sms, Telephone from, UUID replyId) {
        var before = log.history(sms.clinic(), from.patientId()).stream()
                .takeWhile(recorded -> !recorded.id().equals(replyId))
                .map(Recorded::event)
                .toList();
        return Replies.isAcknowledged(sms.meaning(), from.persons(), before);
    }

    /**
     * Families share telephones, and parents act for several children. No more messages means none to any of them; whatever
     * else is said answers the message that came last. What was taken before concerns whom it concerned then; but an end to
     * messages that was taken for some of them only, because something failed, is an end to all.
     */
    private List<Telephone> concerned(Sms sms) {
        var all = recipients.withPhone(sms.clinic(), sms.from());
        var meaning = sms.meaning();
        if (meaning.revokes()) {
            return all;
        }
        var before = all.stream()
                .filter(from -> log.find(sms.clinic(), Replies.idOf(sms.clinic(), sms.providerId(), from.patientId()))
                        .isPresent())
                .toList();
        if (!before.isEmpty()) {
            return before;
        }
        return all.size() < 2 || meaning == Reply.START ? all : lastTold(sms.clinic(), all);
    }

    private List<Telephone> lastTold(String clinic, List<Telephone> all) {
        record Told(Telephone by, Instant at) {}
        return all.stream()
                .flatMap(each -> Replies.answered(past(log.history(clinic, each.patientId())), each.persons()).stream()
                        .map(dispatch -> new Told(each, Objects.requireNonNull(dispatch.startedAt()))))
                .max(Comparator.comparing(Told::at))
                .map(told -> List.of(told.by()))
                .orElse(all);
    }

    private static List<Replies.Past> past(List<Recorded<NotificationEvent>> history) {
        return history.stream()
                .map(each -> new Replies.Past(each.event(), each.record().recordedAt()))
                .toList();
    }
}
