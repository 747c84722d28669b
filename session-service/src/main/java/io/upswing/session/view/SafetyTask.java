package io.upswing.session.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a clinician must look at: the answers that opened it, {@code takenOn}, and how it was closed. */
public record SafetyTask(
        UUID taskId,
        UUID patientId,
        @Nullable UUID courseId,
        String instrument,
        LocalDate takenOn,
        Instant takenAt,
        State state,
        @Nullable String closedBy,
        @Nullable String disposition,
        @Nullable Instant closedAt) {

    /** Whether somebody still has to look. */
    public enum State {
        OPEN,
        CLOSED
    }
}
