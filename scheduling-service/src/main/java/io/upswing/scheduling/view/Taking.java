package io.upswing.scheduling.view;

import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What takes a chair and a monitor for a time. {@code expiresAt}: until when, of what is held; null for appointments. */
interface Taking {
    UUID id();

    UUID siteId();

    UUID chairId();

    Instant start();

    Instant end();

    @Nullable
    Watch watch();

    boolean overbooked();

    @Nullable
    Instant expiresAt();

    default @Nullable Instant watchedFrom() {
        var watch = watch();
        return watch == null ? null : watch.from();
    }

    default @Nullable Instant watchedTo() {
        var watch = watch();
        return watch == null ? null : watch.to();
    }

    default boolean prescriber() {
        var watch = watch();
        return watch != null && watch.prescriber();
    }
}
