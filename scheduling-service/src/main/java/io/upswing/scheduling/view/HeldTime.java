package io.upswing.scheduling.view;

import io.upswing.eventlog.Recorded;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfAppointment;
import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a hold or an offer keeps, until it expires. */
record HeldTime(
        UUID id,
        String clinic,
        UUID patientId,
        UUID siteId,
        UUID chairId,
        Instant start,
        Instant end,
        @Nullable Watch watch,
        Instant expiresAt)
        implements Taking {

    /** What an event keeps for somebody, if it does. */
    static Stream<HeldTime> of(Recorded<SchedulingEvent> recorded) {
        return switch (recorded.event()) {
            case SlotHeld held ->
                Stream.of(new HeldTime(
                        held.holdId(),
                        recorded.clinic(),
                        held.patientId(),
                        held.siteId(),
                        held.chairId(),
                        held.start(),
                        held.end(),
                        held.watch(),
                        held.expiresAt()));
            case SlotOffered offered ->
                Stream.of(new HeldTime(
                        offered.holdId(),
                        recorded.clinic(),
                        offered.patientId(),
                        offered.siteId(),
                        offered.chairId(),
                        offered.start(),
                        offered.end(),
                        offered.watch(),
                        offered.expiresAt()));
            case HoldReleased _, OfferDeclined _, WaitlistJoined _, WaitlistLeft _ -> Stream.empty();
            case OfAppointment _, OfSeveral _, OfSite _ -> Stream.empty();
            case PatientRegistered _, PatientChanged _, PatientErased _ -> Stream.empty();
        };
    }

    @Override
    public boolean overbooked() {
        return false;
    }
}
