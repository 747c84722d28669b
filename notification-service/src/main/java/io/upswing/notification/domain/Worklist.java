package io.upswing.notification.domain;

import io.upswing.notification.domain.Refused.Refusal;
import io.upswing.notification.events.NotificationEvent;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person must see to, because the machine could not, or must not. */
public final class Worklist {

    /** What is asked of them. */
    public enum Kind {
        /** The provider may have it or not: find out whether the patient knows. */
        PERHAPS_SENT,
        /** The provider refused it, or its time passed: tell the patient another way. */
        NOT_SENT,
        /** There is no way to write to the patient: telephone. */
        UNREACHABLE,
        /** It should have gone and has not: something here is stuck. */
        LATE,
        /** The last reminder went out and nothing came of it: telephone. */
        UNANSWERED
    }

    private Worklist() {}

    /** What has to be done about a reminder, if anything; WorklistRows says the same in SQL, and WorklistRowsTest holds it to it. */
    public static Optional<Kind> of(Reminder reminder, Policies policies, Instant now) {
        return switch (reminder.state()) {
            case UNKNOWN -> Optional.of(Kind.PERHAPS_SENT);
            case FAILED -> Optional.of(Kind.NOT_SENT);
            case SUPPRESSED ->
                reminder.open() && !now.isBefore(reminder.dueAt()) && !hasBegun(reminder.about(), now)
                        ? Optional.of(Kind.UNREACHABLE)
                        : Optional.empty();
            case PLANNED, STARTED ->
                Plan.isLate(reminder.sendAt(), policies, now) ? Optional.of(Kind.LATE) : Optional.empty();
            case SENT, DELIVERED ->
                isUnanswered(reminder, policies, now) ? Optional.of(Kind.UNANSWERED) : Optional.empty();
            case EXPIRED -> isUnanswered(reminder, policies, now) ? Optional.of(Kind.NOT_SENT) : Optional.empty();
            case CANCELLED -> Optional.empty();
        };
    }

    /**
     * A person saw to it.
     *
     * @param item null when it is not in the plan any more
     * @throws Refused when there is nothing to see to about the reminder, or nothing any more
     */
    public static WorklistResolved resolve(
            List<NotificationEvent> history,
            @Nullable Reminder item,
            Policies policies,
            String by,
            String outcome,
            Instant now) {
        var kind = item == null ? null : of(item, policies, now).orElse(null);
        if (item == null || kind == null) {
            throw new Refused(Refusal.NO_SUCH_ITEM, "There is nothing to see to about this.");
        }
        if (history.stream().anyMatch(event -> isOf(item, kind, event))) {
            throw new Refused(Refusal.ALREADY_RESOLVED, "Somebody has seen to this already.");
        }
        return new WorklistResolved(item.id(), item.patientId(), item.id(), kind.name(), by.strip(), outcome.strip());
    }

    private static boolean isOf(Reminder item, Kind kind, NotificationEvent event) {
        return event instanceof WorklistResolved resolved
                && resolved.itemId().equals(item.id())
                && resolved.kind().equals(kind.name());
    }

    private static boolean hasBegun(About about, Instant now) {
        return about instanceof About.AnAppointment appointment && !now.isBefore(appointment.start());
    }

    private static boolean isUnanswered(Reminder reminder, Policies policies, Instant now) {
        return reminder.open()
                && policies.last(now).stream()
                        .anyMatch(last -> last.about() == reminder.about().kind()
                                && last.step().equals(reminder.step())
                                && !reminder.dueAt().isAfter(last.dueBy()));
    }
}
