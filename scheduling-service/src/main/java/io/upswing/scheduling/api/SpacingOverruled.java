package io.upswing.scheduling.api;

import io.upswing.scheduling.events.SchedulingEvent.SpacingOverride;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A prescriber takes on themselves that a session stands closer to others than the rules say. */
record SpacingOverruled(
        @NotBlank @Size(max = 1000) String reason,
        @NotBlank @Size(max = 200) String by) {
    SpacingOverride event() {
        return new SpacingOverride(reason.strip(), by.strip());
    }
}
