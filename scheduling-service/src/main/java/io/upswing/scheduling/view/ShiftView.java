package io.upswing.scheduling.view;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody on duty at one time; a shift that comes again each week has several. {@code maxPatients}: a monitor's. */
public record ShiftView(
        UUID shiftId,
        String staffId,
        String name,
        String role,
        @Nullable Integer maxPatients,
        Instant from,
        Instant to) {}
