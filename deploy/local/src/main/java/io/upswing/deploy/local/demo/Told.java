package io.upswing.deploy.local.demo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A story that was told to the services; its last session record is at {@code position} in the log. */
record Told(
        Story story,
        UUID patientId,
        UUID courseId,
        @Nullable String position) {}
