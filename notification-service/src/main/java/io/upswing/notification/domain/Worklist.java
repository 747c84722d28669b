package io.upswing.notification.domain;

import io.upswing.notification.domain.Refused.Refusal;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.events.NotificationEvent.WorklistClaimed;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person must see to, because the machine could not, or must not. */
public final class Worklist {

    /** What is asked of them. */
    public enum Kind {
        /** The provider may have it or not: find out whether the patient knows. */
        PERHAPS_SENT,
        /** The provider refused it, or its time passed: tell the patient another way. */
        NOT_SENT,
        /** There is no way to write to the patient, or none in time: telephone. */
        UNREACHABLE,
        /** It should have gone and has not: something here is stuck. */
        LATE,
        /** The last reminder went out and nothing came of it: telephone. */
        UNANSWERED,
        /** It is staff's own to see to: a decision, a form, a safety task. */
        TO_DO,
        /** The patient does not want text messages any more: ask how they want to hear from us. */
        STOPPED,
        /** They answered CANCEL, which ended their messages: did they mean the appointment? */
        MEANT_APPOINTMENT,
        /** They answered NO: find another time. */
        WONT_COME,
        /** They answered something else: read it. */
        READ_REPLY
    }

    private static final Duration SOON = Duration.ofHours(4);
    private static final Duration IN_A_DAY = Duration.ofDays(1);

    private Worklist() {}

    /**
     * Whose it is to see to; the manager's when nobody has for too long.
     *
     * @param reminder null for what a patient answered
     * @param since from when it is asked, or since somebody took it on
     */
    public static Audience role(Kind kind, @Nullable Reminder reminder, Instant since, Instant now) {
        return now.isAfter(since.plus(patience(kind, reminder))) ? Audience.MANAGER : role(kind, reminder);
    }

    private static Audience role(Kind kind, @Nullable Reminder reminder) {
        if (reminder == null) {
            return Audience.FRONT_DESK;
        }
        return switch (kind) {
            case TO_DO -> reminder.audience().isStaff() ? reminder.audience() : desk(reminder);
            case PERHAPS_SENT, NOT_SENT, UNREACHABLE, LATE, UNANSWERED -> desk(reminder);
            case STOPPED, MEANT_APPOINTMENT, WONT_COME, READ_REPLY -> Audience.FRONT_DESK;
        };
    }

    private static Audience desk(Reminder reminder) {
        return reminder.about().kind() == About.Kind.CHECK_IN ? Audience.NURSE : Audience.FRONT_DESK;
    }

    private static Duration patience(Kind kind, @Nullable Reminder reminder) {
        return switch (kind) {
            case PERHAPS_SENT, NOT_SENT, UNREACHABLE, LATE, MEANT_APPOINTMENT, WONT_COME, READ_REPLY -> SOON;
            case UNANSWERED, STOPPED -> IN_A_DAY;
            case TO_DO -> reminder != null && reminder.about().kind() == About.Kind.SAFETY ? SOON : IN_A_DAY;
        };
    }

    /** What has to be done about a reminder, if anything; WorklistRows says the same in SQL, and WorklistRowsTest holds it to it. */
    public static Optional<Kind> of(Reminder reminder, Policies policies, Instant now) {
        return switch (reminder.state()) {
            case UNKNOWN -> Optional.of(Kind.PERHAPS_SENT);
            case FAILED -> Optional.of(Kind.NOT_SENT);
            case SUPPRESSED -> afterHeld(reminder, policies, now);
            case PLANNED, STARTED ->
                Judgement.isLate(reminder.sendAt(), policies, now) ? Optional.of(Kind.LATE) : Optional.empty();
            case SENT, DELIVERED -> afterSent(reminder, policies, now);
            case EXPIRED -> isUnanswered(reminder, policies, now) ? Optional.of(Kind.NOT_SENT) : Optional.empty();
            case CANCELLED -> Optional.empty();
        };
    }

    /**
     * A person saw to it.
     *
     * @param item a reminder's id or a reply's
     * @param reminder null when the item is none, or is not in the plan any more
     * @throws Refused when there is nothing to see to about the item, or nothing any more
     */
    public static WorklistResolved resolve(
            List<NotificationEvent> history,
            UUID item,
            @Nullable Reminder reminder,
            Policies policies,
            String by,
            String outcome,
            Instant now) {
        var open = open(history, item, reminder, policies, now);
        return new WorklistResolved(
                item, open.patientId(), open.reminderId(), open.kind().name(), by.strip(), outcome.strip());
    }

    /** A person sees to it from now on; as {@link #resolve}. */
    public static WorklistClaimed claim(
            List<NotificationEvent> history,
            UUID item,
            @Nullable Reminder reminder,
            Policies policies,
            String by,
            Instant now) {
        var open = open(history, item, reminder, policies, now);
        return new WorklistClaimed(item, open.patientId(), open.kind().name(), by.strip());
    }

    private record Open(UUID patientId, @Nullable UUID reminderId, Kind kind) {}

    private static Open open(
            List<NotificationEvent> history, UUID item, @Nullable Reminder reminder, Policies policies, Instant now) {
        var asked = reminder == null
                ? history.stream()
                        .flatMap(event -> answered(event, item, history))
                        .findFirst()
                : of(reminder, policies, now).map(kind -> new Open(reminder.patientId(), reminder.id(), kind));
        var open = asked.orElseThrow(() -> new Refused(Refusal.NO_SUCH_ITEM, "There is nothing to see to about this."));
        if (history.stream().anyMatch(event -> isOf(item, open.kind(), event))) {
            throw new Refused(Refusal.ALREADY_RESOLVED, "Somebody has seen to this already.");
        }
        return open;
    }

    private static Stream<Open> answered(NotificationEvent event, UUID item, List<NotificationEvent> history) {
        return event instanceof ReplyReceived reply && reply.replyId().equals(item)
                ? Replies.asked(reply, history).stream()
                        .map(kind -> new Open(reply.patientId(), reply.reminderId(), kind))
                : Stream.of();
    }

    private static boolean isOf(UUID item, Kind kind, NotificationEvent event) {
        return event instanceof WorklistResolved resolved
                && resolved.itemId().equals(item)
                && resolved.kind().equals(kind.name());
    }

    private static Optional<Kind> afterSent(Reminder reminder, Policies policies, Instant now) {
        if (reminder.channel() == Channel.WORKLIST) {
            return reminder.open() ? Optional.of(Kind.TO_DO) : Optional.empty();
        }
        return isUnanswered(reminder, policies, now) ? Optional.of(Kind.UNANSWERED) : Optional.empty();
    }

    private static Optional<Kind> afterHeld(Reminder reminder, Policies policies, Instant now) {
        if (isUnreached(reminder, now)) {
            return Optional.of(Kind.UNREACHABLE);
        }
        return isUnanswered(reminder, policies, now) ? Optional.of(Kind.NOT_SENT) : Optional.empty();
    }

    private static boolean isUnreached(Reminder reminder, Instant now) {
        var suppression = reminder.suppression();
        return suppression != null
                && suppression.silences(reminder.about().kind())
                && !now.isBefore(reminder.dueAt())
                && isOfUse(reminder, now);
    }

    private static boolean isOfUse(Reminder reminder, Instant now) {
        var until = reminder.until();
        return reminder.open() && (until == null || now.isBefore(until));
    }

    private static boolean isUnanswered(Reminder reminder, Policies policies, Instant now) {
        return isOfUse(reminder, now)
                && policies.last(now).stream()
                        .anyMatch(last -> last.about() == reminder.about().kind()
                                && last.step().equals(reminder.step())
                                && !reminder.dueAt().isAfter(last.dueBy()));
    }
}
