package io.upswing.scheduling.view;

import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An appointment that stands and lacks what it needs of its site. {@code why}: outside-hours, site-closed, no-prescriber,
 * no-monitor, as a booking of it would be refused now.
 */
public record UncoveredView(
        UUID appointmentId, UUID patientId, String kind, UUID chairId, Instant start, Instant end, List<String> why) {
    /** Whether it lies at least in part within a time. */
    public boolean within(Span time) {
        return new Span(start, end).overlaps(time);
    }

    /** Whether it is somebody on duty that it lacks. */
    public boolean wantsStaff() {
        return why.contains(Refusal.NO_PRESCRIBER.code()) || why.contains(Refusal.NO_MONITOR.code());
    }
}
