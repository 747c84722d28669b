package io.upswing.scheduling.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A chair that is taken for a time; {@code watched}: when a monitor is needed meanwhile, null where none is. {@code held}:
 * only kept for somebody, who may still book it. {@code late}: the patient who sits there though their appointment was
 * given up; null where it is taken by anything else.
 */
public record Occupied(
        Slot slot,
        @Nullable Span watched,
        boolean held,
        @Nullable UUID late) {
    public Occupied(Slot slot, @Nullable Span watched, boolean held) {
        this(slot, watched, held, null);
    }

    public Occupied(Slot slot, @Nullable Span watched) {
        this(slot, watched, false);
    }

    /** As it is for a patient: who was given up and came after all is not in their own way. */
    static List<Occupied> forPatient(UUID patientId, List<Occupied> taken) {
        return taken.stream()
                .filter(occupied -> !patientId.equals(occupied.late()))
                .toList();
    }
}
