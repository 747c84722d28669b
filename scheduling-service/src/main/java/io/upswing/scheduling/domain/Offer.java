package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time that was offered to a patient. {@code appointmentId}: what was booked or moved by it, once it is taken. */
public record Offer(SlotOffered made, State state, @Nullable UUID appointmentId) {
    /** What its events made of it; that it expired, only the clock knows. */
    public enum State {
        OPEN,
        TAKEN,
        DECLINED
    }

    UUID id() {
        return made.holdId();
    }

    boolean of(UUID entryId) {
        return made.entryId().equals(entryId);
    }

    boolean open() {
        return state == State.OPEN;
    }

    public boolean standsAt(Instant now) {
        return open() && now.isBefore(made.expiresAt());
    }

    Offer declined() {
        return new Offer(made, State.DECLINED, null);
    }

    Offer takenBy(UUID appointment) {
        return new Offer(made, State.TAKEN, appointment);
    }
}
