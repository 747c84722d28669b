package io.upswing.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shares out how many messages a patient may get: what is one too many waits for a day with room, or is held back. */
final class Allowance {
    private static final int WEEK = 7;

    /** A message that went or is to go, on its date at the patient's. */
    private record Sent(Channel channel, LocalDate on) {}

    private final Known known;
    private final Policies policies;
    private final Instant now;
    private final List<Sent> sent = new ArrayList<>();

    Allowance(Known known, Policies policies, Instant now) {
        this.known = known;
        this.policies = policies;
        this.now = now;
    }

    /** The reminders, those that are planned within what is allowed. */
    List<Reminder> share(List<Reminder> reminders) {
        var patient = known.patient();
        if (patient == null) {
            return reminders;
        }
        var zone = patient.told(now).zone();
        for (var dispatch : known.dispatches().values()) {
            if (dispatch.told() && dispatch.channel() != Channel.WORKLIST) {
                var at = Objects.requireNonNull(dispatch.startedAt());
                sent.add(new Sent(dispatch.channel(), date(at, zone)));
            }
        }
        var shared = new HashMap<UUID, Reminder>();
        reminders.stream()
                .filter(Allowance::isCounted)
                .sorted(Comparator.comparing(Reminder::sendAt).thenComparing(Reminder::id))
                .forEach(reminder ->
                        shared.put(reminder.id(), within(reminder, patient.told(soonest(reminder.sendAt())))));
        return reminders.stream()
                .map(reminder -> shared.getOrDefault(reminder.id(), reminder))
                .toList();
    }

    private static boolean isCounted(Reminder reminder) {
        return reminder.state() == Reminder.State.PLANNED && reminder.channel() != Channel.WORKLIST;
    }

    private Reminder within(Reminder reminder, Recipient recipient) {
        var at = free(reminder, recipient);
        if (at == null) {
            return held(reminder);
        }
        sent.add(new Sent(reminder.channel(), date(soonest(at), recipient.zone())));
        return at.equals(reminder.sendAt()) ? reminder : later(reminder, at);
    }

    /** The first moment at which there is room; null where it is of no use by then. */
    private @Nullable Instant free(Reminder reminder, Recipient recipient) {
        var zone = recipient.zone();
        var today = date(soonest(reminder.sendAt()), zone);
        if (hasRoom(reminder.channel(), today, recipient)) {
            return reminder.sendAt();
        }
        for (int days = 1; ; days++) {
            var date = today.plusDays(days);
            var at = date.atTime(policies.hours().opens()).atZone(zone).toInstant();
            if (!isOfUse(reminder, at)) {
                return null;
            }
            if (hasRoom(reminder.channel(), date, recipient)) {
                return at;
            }
        }
    }

    /** What should have gone before goes now. */
    private Instant soonest(Instant at) {
        return at.isBefore(now) ? now : at;
    }

    private boolean isOfUse(Reminder reminder, Instant at) {
        var until = reminder.until();
        return (until == null || at.isBefore(until))
                && !at.isAfter(reminder.dueAt().plus(policies.usefulFor()));
    }

    private boolean hasRoom(Channel channel, LocalDate date, Recipient recipient) {
        var unasked = channel == Channel.SMS && recipient.consent(channel) == Consent.UNASKED;
        return hasRoom(policies.caps(), date, false) && (!unasked || hasRoom(Caps.UNASKED, date, true));
    }

    /** On the date itself, and in each of the seven spans of seven days that it is in. */
    private boolean hasRoom(Caps caps, LocalDate date, boolean textsOnly) {
        var around = new int[2 * WEEK - 1];
        for (var each : sent) {
            var days = each.on().toEpochDay() - date.toEpochDay();
            if (Math.abs(days) < WEEK && (!textsOnly || each.channel() == Channel.SMS)) {
                around[(int) days + WEEK - 1]++;
            }
        }
        return around[WEEK - 1] < caps.perDay() && fullestWeek(around) < caps.perWeek();
    }

    private static int fullestWeek(int[] around) {
        int fullest = 0;
        for (int from = 0; from < WEEK; from++) {
            int week = 0;
            for (int day = from; day < from + WEEK; day++) {
                week += around[day];
            }
            fullest = Math.max(fullest, week);
        }
        return fullest;
    }

    private static LocalDate date(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private static Reminder later(Reminder reminder, Instant at) {
        return reminder.with(
                Reminder.State.PLANNED,
                null,
                "Put off: the patient gets as many messages as they may before.",
                at,
                reminder.recorded());
    }

    /** What reached nobody, and may not go another way, has failed: a person is asked, as they were before. */
    private Reminder held(Reminder reminder) {
        var dispatch = known.dispatches().get(reminder.id());
        if (dispatch != null && dispatch.isRefused()) {
            return Told.reminder(dispatch, known.clinic(), policies, reminder.open(), reminder.until());
        }
        return reminder.with(
                Reminder.State.SUPPRESSED,
                Suppression.CAP,
                "The patient gets as many messages as they may for as long as it is of use.",
                reminder.sendAt(),
                dispatch != null && dispatch.isHeld(reminder.dueAt()));
    }
}
