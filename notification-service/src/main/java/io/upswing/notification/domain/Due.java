package io.upswing.notification.domain;

import io.upswing.notification.domain.Dispatch.State;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a matter with its hour, and what the log has of it.
 *
 * @param told who is to read it; null where it is not known who the patient is
 * @param zone the reader's own
 */
record Due(
        UUID id,
        Matter matter,
        About about,
        Step step,
        Instant at,
        @Nullable Recipient told,
        ZoneId zone,
        @Nullable Dispatch dispatch) {

    /** When a step of the matter is due; null where the matter has no such date. */
    static @Nullable Instant at(Matter matter, Offset offset, ZoneId zone) {
        return switch (offset) {
            case Offset.Day(var anchor, var days, var at) -> {
                var date = matter.dateOf(anchor, zone);
                // An hour that the clock skips becomes the same time after the jump; one that comes twice is the first
                yield date == null
                        ? null
                        : date.plusDays(days).atTime(at).atZone(zone).toInstant();
            }
            case Offset.Span(var anchor, var after) -> {
                var moment = matter.momentOf(anchor);
                yield moment == null ? null : moment.plus(after);
            }
        };
    }

    /** Who is told by it. Of whom nothing is known is told themselves, once they are known. */
    Person person() {
        return told == null || step.audience().isStaff() ? Person.PATIENT : told.person();
    }

    boolean isDeferred() {
        return dispatch != null && dispatch.state() == State.DEFERRED;
    }

    /** Whether it was begun, and perhaps told somebody. */
    boolean isTold() {
        return dispatch != null && dispatch.told();
    }

    /** By which channels it certainly told nobody. */
    Set<Channel> refusedOn() {
        return dispatch == null ? Set.of() : dispatch.refusedOn();
    }

    /**
     * Whether it is as the log has it, whatever the plan says: what was started always; what reached nobody unless another
     * channel is tried; what expired unless its date changed.
     */
    boolean stays(Verdict verdict) {
        return dispatch != null
                && switch (dispatch.state()) {
                    case STARTED, ACCEPTED, UNKNOWN, DELIVERED -> true;
                    case REJECTED, BOUNCED -> !verdict.isPlanned();
                    case EXPIRED -> dispatch.dueAt().equals(at);
                    case DEFERRED, SUPPRESSED -> false;
                };
    }

    /** Whether the log says already that it was held back. */
    boolean isHeldAlready(Verdict verdict) {
        return verdict.state() == Reminder.State.SUPPRESSED && dispatch != null && dispatch.isHeld(at);
    }
}
