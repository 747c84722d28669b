package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.domain.DerivedId;
import io.upswing.scheduling.events.SchedulingEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time to come on a chair, as the event left it by which an appointment gave it up; one may give up several. */
record Vacated(
        UUID id,
        String clinic,
        UUID siteId,
        UUID chairId,
        Instant start,
        Instant end,
        UUID givenUpBy,
        Instant freedAt) {

    /** Empty where nothing became free. Beside an overbooked appointment another one is there still. */
    static Optional<Vacated> by(
            Recorded<SchedulingEvent> recorded, @Nullable AppointmentState before, AppointmentState after) {
        var at = recorded.record().recordedAt();
        if (before == null
                || !before.state().active()
                || before.overbooked()
                || after.keepsAsMuchAs(before)
                || !before.start().isAfter(at)) {
            return Optional.empty();
        }
        return Optional.of(new Vacated(
                DerivedId.of(recorded.id(), before.id()),
                before.clinic(),
                before.siteId(),
                before.chairId(),
                before.start(),
                before.end(),
                before.patientId(),
                at));
    }
}
