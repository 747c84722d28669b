package io.upswing.session.view;

import io.upswing.session.events.SessionEvent;
import java.time.Instant;
import java.util.UUID;

/**
 * A record of a course as it was written: {@code version} in the patient's stream, {@code voided} when taken back
 * since, {@code late} when recorded on a later date at the site than the one on which it took place.
 */
public record HistoryItem(
        UUID id,
        String type,
        long version,
        Instant at,
        Instant recordedAt,
        String actor,
        boolean voided,
        boolean late,
        SessionEvent data) {}
