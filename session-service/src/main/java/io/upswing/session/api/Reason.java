package io.upswing.session.api;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why something that was recorded is taken back. */
record Reason(@NotNull @Prose String reason, @Nullable Instant at) {}
