package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time that is kept for a patient while somebody decides. {@code entryId}: of the waitlist, where it is an offer. */
public record Hold(
        UUID id,
        @Nullable UUID entryId,
        UUID siteId,
        UUID chairId,
        Instant start,
        Instant end,
        Instant expiresAt,
        State state) {
    /** What its events made of it; that it expired, only the clock knows. */
    public enum State {
        OPEN,
        BOOKED,
        GIVEN_BACK
    }

    static Hold of(SlotHeld held) {
        return new Hold(
                held.holdId(),
                null,
                held.siteId(),
                held.chairId(),
                held.start(),
                held.end(),
                held.expiresAt(),
                State.OPEN);
    }

    static Hold of(SlotOffered offered) {
        return new Hold(
                offered.holdId(),
                offered.entryId(),
                offered.siteId(),
                offered.chairId(),
                offered.start(),
                offered.end(),
                offered.expiresAt(),
                State.OPEN);
    }

    Hold in(State next) {
        return new Hold(id, entryId, siteId, chairId, start, end, expiresAt, next);
    }

    /** Whether it was made for this: it is no pass for another time. */
    boolean isFor(UUID site, Instant from, @Nullable UUID chair) {
        return siteId.equals(site) && start.equals(from) && (chair == null || chairId.equals(chair));
    }

    /** Whether it still keeps everybody else out. */
    public boolean standsAt(Instant now) {
        return state == State.OPEN && now.isBefore(expiresAt);
    }
}
