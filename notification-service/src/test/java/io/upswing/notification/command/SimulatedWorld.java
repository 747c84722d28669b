package io.upswing.notification.command;

import io.upswing.notification.domain.About;
import io.upswing.notification.domain.Channel;
import io.upswing.notification.domain.Claim;
import io.upswing.notification.domain.Consent;
import io.upswing.notification.domain.Dispatch;
import io.upswing.notification.domain.Dispatching;
import io.upswing.notification.domain.Handover;
import io.upswing.notification.domain.Known;
import io.upswing.notification.domain.Matter;
import io.upswing.notification.domain.Message;
import io.upswing.notification.domain.Patient;
import io.upswing.notification.domain.Plan;
import io.upswing.notification.domain.Policies;
import io.upswing.notification.domain.Receipt;
import io.upswing.notification.domain.Recipient;
import io.upswing.notification.domain.Reminder;
import io.upswing.notification.domain.ReminderKey;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One patient, the log of what they were told, the claims on their reminders, and the hour. */
final class SimulatedWorld {
    private static final UUID PATIENT = new UUID(1, 1);
    private static final String CLINIC = "clinic-1";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration CLAIM = Duration.ofMinutes(2);

    /** An event of the log; it is safe from the loss of the database once it is logged. */
    private static final class Entry {
        private final UUID id;
        private final OfReminder event;
        private final Instant at;
        private boolean logged;

        Entry(UUID id, OfReminder event, Instant at) {
            this.id = id;
            this.event = event;
            this.at = at;
        }
    }

    /** What a provider will say of what it took, once or twice, until it is heard. */
    private static final class Word {
        private final UUID reminderId;
        private final int attempt;
        private final Receipt receipt;
        private int times;

        Word(UUID reminderId, int attempt, Receipt receipt, int times) {
            this.reminderId = reminderId;
            this.attempt = attempt;
            this.receipt = receipt;
            this.times = times;
        }
    }

    /** The defaults of a clinic that uses text messages too. */
    static final Policies POLICIES = new Policies(
            Policies.DEFAULTS.policies(),
            Set.of(Channel.EMAIL, Channel.SMS),
            Policies.DEFAULTS.hours(),
            Policies.DEFAULTS.caps(),
            Policies.DEFAULTS.usefulFor(),
            Policies.DEFAULTS.onTime());

    private final Random random;
    private final List<Word> words = new ArrayList<>();
    private final boolean resendsOnUnknown;
    private final List<Entry> log = new ArrayList<>();
    private final Map<UUID, Instant> claims = new HashMap<>();
    private final List<Matter> matters = new ArrayList<>();
    private Recipient recipient = recipient(Consent.UNASKED);
    Instant now = Instant.parse("2026-03-11T12:30:00Z");
    int incarnation;
    boolean faults = true;

    SimulatedWorld(Random random, boolean resendsOnUnknown) {
        this.random = random;
        this.resendsOnUnknown = resendsOnUnknown;
        matters.add(new Matter.Slot(
                new UUID(2, 1),
                new UUID(3, 1),
                Instant.parse("2026-03-14T15:00:00Z"),
                ZONE,
                Matter.Slot.State.BOOKED,
                false,
                null,
                null));
        matters.add(new Matter.Pending(
                new About.ADueItem(new UUID(4, 1), About.Kind.SESSION, "s1"),
                ZONE,
                LocalDate.of(2026, 3, 11),
                LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 13),
                null));
    }

    private static Recipient recipient(Consent consent) {
        var addresses = Map.of(Channel.EMAIL, "ama@example.org", Channel.SMS, "+12125550123");
        return new Recipient(
                "Ama",
                "Owusu",
                ZONE,
                "en",
                LocalDate.of(1984, 5, 2),
                addresses,
                Map.of(Channel.EMAIL, consent, Channel.SMS, consent),
                null);
    }

    List<Reminder> plan() {
        return Plan.of(
                new Known(PATIENT, CLINIC, Patient.alone(recipient), false, matters, dispatches(true)), POLICIES, now);
    }

    Map<UUID, Dispatch> dispatches(boolean asTheBugHasThem) {
        var dispatches = new HashMap<UUID, Dispatch>();
        log.forEach(entry -> dispatches.compute(
                entry.event.reminderId(), (id, before) -> Dispatch.after(before, entry.event, entry.at)));
        if (resendsOnUnknown && asTheBugHasThem) {
            dispatches.replaceAll((id, dispatch) -> dispatch.state() == Dispatch.State.UNKNOWN
                    ? Dispatch.after(
                            dispatch,
                            new NotificationEvent.DispatchDeferred(id, PATIENT, dispatch.attempt(), "planted", now),
                            now)
                    : dispatch);
        }
        return dispatches;
    }

    List<Claim> claim(int limit) {
        var due = plan().stream()
                .filter(reminder -> Dispatching.isDue(reminder, now))
                .filter(reminder ->
                        claims.getOrDefault(reminder.id(), Instant.MIN).isBefore(now))
                .sorted(Comparator.comparing(Reminder::sendAt))
                .limit(limit)
                .map(SimulatedWorld::claim)
                .toList();
        due.forEach(claim -> claims.put(claim.reminderId(), now.plus(CLAIM)));
        return due;
    }

    List<Claim> startedBefore(Instant then) {
        return dispatches(false).values().stream()
                .filter(dispatch -> dispatch.state() == Dispatch.State.STARTED)
                .filter(dispatch -> Objects.requireNonNull(dispatch.startedAt()).isBefore(then))
                .map(dispatch ->
                        new Claim(dispatch.reminderId(), PATIENT, CLINIC, dispatch.attempt(), dispatch.dueAt()))
                .toList();
    }

    void release(Claim claim) {
        claims.remove(claim.reminderId());
    }

    private static Claim claim(Reminder reminder) {
        return new Claim(reminder.id(), PATIENT, CLINIC, reminder.attempt(), reminder.dueAt());
    }

    /** As EventLog.execute does it: a repeat is found first; otherwise decide, append, send. */
    Journal.Answer start(Claim claim) {
        var id = ReminderKey.startOf(claim.reminderId(), claim.attempt());
        if (has(id)) {
            return Journal.Answer.REPEATED;
        }
        var reminder = plan().stream()
                .filter(each -> each.id().equals(claim.reminderId()))
                .findFirst()
                .orElse(null);
        var event = Dispatching.start(reminder, claim.attempt(), Map.of(), POLICIES, now);
        if (event.isEmpty()) {
            return Journal.Answer.NOTHING;
        }
        return append(id, event.get()) ? Journal.Answer.LOGGED : Journal.Answer.PENDING;
    }

    void settle(Claim claim, Handover handover) {
        var id = ReminderKey.outcomeOf(claim.reminderId(), claim.attempt(), handover);
        if (!has(id)) {
            Optional<NotificationEvent> event =
                    Dispatching.settle(dispatches(false).get(claim.reminderId()), claim.attempt(), handover, now);
            event.ifPresent(outcome -> append(id, (OfReminder) outcome));
        }
    }

    void willSay(Message message, Receipt receipt) {
        words.add(new Word(message.reminderId(), message.attempt(), receipt, 1 + random.nextInt(2)));
    }

    /** A provider repeats what was not taken down for good. */
    void hear() {
        for (var word : words) {
            if (word.times > 0 && (!faults || random.nextInt(6) == 0)) {
                word.times -= receive(word) ? 1 : 0;
            }
        }
    }

    private boolean receive(Word word) {
        var id = ReminderKey.receiptOf(word.reminderId, word.attempt, word.receipt);
        if (!has(id)) {
            var event = Dispatching.receive(dispatches(false).get(word.reminderId), word.attempt, word.receipt);
            return event.map(outcome -> append(id, (OfReminder) outcome)).orElse(true);
        }
        return log.stream().anyMatch(entry -> entry.id.equals(id) && entry.logged);
    }

    private boolean has(UUID id) {
        return log.stream().anyMatch(entry -> entry.id.equals(id));
    }

    private boolean append(UUID id, OfReminder event) {
        var entry = new Entry(id, event, now);
        log.add(entry);
        if (!faults || random.nextInt(4) > 0) {
            log.forEach(each -> each.logged = true);
        }
        return entry.logged;
    }

    /** What else happens in the world: the relay catches up, time passes, plans change, a database is lost. */
    void turn() {
        now = now.plusSeconds(random.nextInt(60));
        hear();
        switch (random.nextInt(400)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> now = now.plus(Duration.ofMinutes(6));
            case 8, 9 -> now = now.plus(Duration.ofMinutes(random.nextInt(1200)));
            case 10, 21, 22, 23 -> loseDatabase();
            case 11 -> matters.replaceAll(SimulatedWorld::settledOtherwise);
            case 12 -> recipient = recipient(random.nextBoolean() ? Consent.REFUSED : Consent.GRANTED);
            case 13, 14, 15, 16, 17, 18, 19, 20 -> log.forEach(each -> each.logged = true);
            default -> {
                // nothing but time
            }
        }
    }

    private void loseDatabase() {
        log.removeIf(entry -> !entry.logged);
        claims.clear();
        incarnation++;
    }

    private static Matter settledOtherwise(Matter matter) {
        return switch (matter) {
            case Matter.Slot slot ->
                new Matter.Slot(
                        slot.appointmentId(),
                        slot.siteId(),
                        slot.start(),
                        slot.zone(),
                        Matter.Slot.State.CANCELLED,
                        false,
                        null,
                        null);
            case Matter.Pending item -> item;
            case Matter.Offer offer -> offer;
            case Matter.Change change -> change;
        };
    }
}
