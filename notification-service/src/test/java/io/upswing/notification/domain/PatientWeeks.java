package io.upswing.notification.domain;

import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.domain.Matter.Slot;
import io.upswing.notification.events.NotificationEvent.OfReminder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some weeks of a patient, all from one seed: appointments and due items come and go, messages are sent, people change their minds. */
final class PatientWeeks {
    private static final UUID PATIENT = new UUID(1, 1);
    private static final UUID SITE = new UUID(3, 1);
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Pacific/Apia"));
    private static final int TURNS = 60;

    private final Random random;
    private final Policies policies;
    private final List<Matter> matters = new ArrayList<>();
    private final Map<UUID, Dispatch> dispatches = new HashMap<>();
    private @Nullable Recipient recipient;
    private boolean erased;
    private Instant now;

    PatientWeeks(long seed) {
        random = new Random(seed);
        policies = random.nextBoolean()
                ? PolicyFixture.using(Channel.EMAIL, Channel.SMS)
                : PolicyFixture.capped(1 + random.nextInt(3), 4);
        now = Instant.parse("2026-02-20T12:00:00Z").plus(Duration.ofHours(random.nextInt(6000)));
        recipient = someone();
    }

    Policies policies() {
        return policies;
    }

    Instant now() {
        return now;
    }

    List<Reminder> plan() {
        return Plan.of(known(), policies, now);
    }

    Known known() {
        return new Known(
                PATIENT, "clinic-1", recipient == null ? null : Patient.alone(recipient), erased, matters, dispatches);
    }

    /** What is checked is checked after each turn. */
    void live(Consumer<Known> check) {
        for (int i = 0; i < TURNS; i++) {
            turn();
            check.accept(known());
        }
    }

    private void turn() {
        switch (random.nextInt(14)) {
            case 0 -> matters.add(slot());
            case 1 -> matters.add(pending());
            case 2 -> matters.add(offer());
            case 3 -> matters.replaceAll(this::changed);
            case 4 -> recipient = erased ? null : someone();
            case 5 -> now = now.plus(Duration.ofDays(1 + random.nextInt(4)));
            case 6 -> erase();
            case 7, 8, 9 -> sendWhatIsDue();
            case 10 -> receipts();
            default -> now = now.plus(Duration.ofMinutes(random.nextInt(600)));
        }
    }

    private void erase() {
        if (random.nextInt(10) == 0) {
            erased = true;
            recipient = null;
        }
    }

    private void sendWhatIsDue() {
        for (var reminder :
                plan().stream().filter(each -> Dispatching.isDue(each, now)).toList()) {
            // looked at once more each time, as the dispatcher does
            plan().stream()
                    .filter(each -> each.id().equals(reminder.id()))
                    .findFirst()
                    .flatMap(each -> Dispatching.start(each, each.attempt(), Map.of(), policies, now))
                    .ifPresent(started -> {
                        log(started);
                        settle(started.reminderId());
                    });
        }
    }

    private void settle(UUID id) {
        var handover = switch (random.nextInt(6)) {
            case 0 -> new Handover.Rejected("SMTP 550");
            case 1 -> new Handover.NotNow("SMTP 450");
            case 2 -> new Handover.Unknown("silence");
            default -> new Handover.Accepted("<1@x>");
        };
        var dispatch = dispatches.get(id);
        if (dispatch != null) {
            Dispatching.settle(dispatch, dispatch.attempt(), handover, now).ifPresent(event -> log((OfReminder) event));
        }
    }

    private void receipts() {
        for (var dispatch : List.copyOf(dispatches.values())) {
            var receipt = random.nextBoolean() ? new Receipt.Delivered("<1@x>") : new Receipt.Bounced("<1@x>", "5.1.1");
            Dispatching.receive(dispatch, dispatch.attempt(), receipt).ifPresent(event -> log((OfReminder) event));
        }
    }

    private void log(OfReminder event) {
        dispatches.compute(event.reminderId(), (id, before) -> Dispatch.after(before, event, now));
    }

    private Matter changed(Matter matter) {
        if (random.nextInt(3) > 0) {
            return matter;
        }
        return switch (matter) {
            case Slot slot -> slot(slot, Slot.State.values()[random.nextInt(4)]);
            case Matter.Pending item -> pending(item.about());
            case Matter.Offer offer -> offer;
            case Matter.Change change -> change;
        };
    }

    private Slot slot(Slot slot, Slot.State state) {
        var changed = random.nextBoolean()
                ? new Slot.Changed(now, slot.start().minus(Duration.ofHours(1)), now.minus(Duration.ofDays(9)))
                : slot.changed();
        var delayed = random.nextInt(4) == 0
                ? new Slot.Delayed(now, slot.start().plus(Duration.ofMinutes(30)))
                : slot.delayed();
        return new Slot(
                slot.appointmentId(), SITE, slot.start(), slot.zone(), state, random.nextBoolean(), changed, delayed);
    }

    private Slot slot() {
        var start = now.plus(Duration.ofMinutes(random.nextInt(10_000)));
        return new Slot(id(), SITE, start, zone(), Slot.State.BOOKED, false, null, null);
    }

    private Matter.Pending pending() {
        var kinds = Arrays.stream(Kind.values()).filter(Kind::isDueItem).toList();
        return pending(new About.ADueItem(id(), kinds.get(random.nextInt(kinds.size())), "s1"));
    }

    private Matter.Pending pending(About.ADueItem about) {
        var from = LocalDate.ofInstant(now, zone()).plusDays(random.nextInt(8) - 4L);
        var on = from.plusDays(random.nextInt(4));
        var booked = random.nextInt(4) == 0 ? id() : null;
        return new Matter.Pending(about, zone(), from, on, on.plusDays(random.nextInt(4)), booked);
    }

    private Matter.Offer offer() {
        return new Matter.Offer(
                new About.AnOffer(id()),
                SITE,
                zone(),
                now.plus(Duration.ofHours(30)),
                now,
                now.plus(Duration.ofHours(1 + random.nextInt(12))),
                random.nextInt(4) == 0 ? "The patient declined." : null);
    }

    private @Nullable Recipient someone() {
        if (random.nextInt(12) == 0) {
            return null;
        }
        var addresses = new HashMap<Channel, String>();
        var consents = new HashMap<Channel, Consent>();
        for (var channel : List.of(Channel.EMAIL, Channel.SMS)) {
            if (random.nextInt(4) > 0) {
                addresses.put(channel, "where");
            }
            consents.put(channel, Consent.values()[random.nextInt(3)]);
        }
        var preferred = random.nextBoolean() ? Channel.SMS : null;
        return new Recipient("Ama", "Owusu", zone(), "en", LocalDate.of(1984, 5, 2), addresses, consents, preferred);
    }

    private ZoneId zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
