package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an appointment of a day is expected to go. {@code start}: when its chair can be had; {@code end}: when the chair is
 * free again. {@code behind}: the appointment that runs into it, null where none does.
 */
public record Expected(
        Sitting sitting,
        Instant start,
        Instant end,
        @Nullable UUID behind,
        Instant now) {
    /** What became of an appointment so far. */
    public enum State {
        BOOKED,
        CONFIRMED,
        LATE,
        ARRIVED,
        IN_TREATMENT,
        OBSERVED,
        DONE,
        NO_SHOW,
        CANCELLED
    }

    /** The start that the patient can be told: on the grid on which it was booked; what is less is no delay. */
    public Instant toldStart() {
        return Grid.up(start);
    }

    public State state() {
        var presence = sitting.presence();
        if (presence != null) {
            return came(presence.stage());
        }
        return switch (sitting.state()) {
            case CANCELLED -> State.CANCELLED;
            case NO_SHOW -> State.NO_SHOW;
            case BOOKED -> late() ? State.LATE : State.BOOKED;
            case CONFIRMED -> late() ? State.LATE : State.CONFIRMED;
        };
    }

    private static State came(Stage stage) {
        return switch (stage) {
            case Stage.Arrived _ -> State.ARRIVED;
            case Stage.InTreatment _ -> State.IN_TREATMENT;
            case Stage.Observed _ -> State.OBSERVED;
            case Stage.Left _, Stage.Entered _ -> State.DONE;
        };
    }

    /** Nobody checks in for a consultation: only who misses a treatment is late. */
    private boolean late() {
        return sitting.treats() && now.isAfter(toldStart());
    }

    /** By how much it keeps its chair longer than booked; nothing of somebody who has not come. */
    public Duration extended() {
        var over = Duration.between(sitting.booked().to(), end);
        return sitting.presence() == null || over.isNegative() ? Duration.ZERO : over;
    }

    /** Which appointment takes longer, where this one runs into another: itself, unless it only waits for one. */
    UUID cause() {
        return behind != null && sitting.awaited() ? behind : sitting.appointmentId();
    }

    /** Whether the patient is to be told another start than the one they know: later, or as booked after all. */
    boolean tellsAnew() {
        var known = sitting.knownStart();
        var by = Duration.between(known, start).abs();
        return sitting.awaited() && by.compareTo(Grid.STEP) >= 0 && (known.isAfter(now) || start.isAfter(now));
    }

    /** What it takes of chair and monitor beyond what is booked. */
    Optional<Occupied> overrun() {
        var kept = sitting.keptUntil();
        if (!sitting.needsChair() || !end.isAfter(kept) || !end.isAfter(now)) {
            return Optional.empty();
        }
        var slot = new Slot(kept, end, sitting.chairId());
        return Optional.of(
                new Occupied(slot, watched(sitting.watched()), false, sitting.late() ? sitting.patientId() : null));
    }

    /** Who has left is watched by nobody; the chair is still being cleaned. */
    private @Nullable Span watched(@Nullable Span watch) {
        if (watch == null || state() == State.DONE) {
            return null;
        }
        var ends = end.minus(Duration.between(watch.to(), sitting.booked().to()));
        var begins = sitting.keptUntil().equals(sitting.start()) ? watch.from() : watch.to();
        return begins.isBefore(ends) ? new Span(begins, ends) : null;
    }
}
