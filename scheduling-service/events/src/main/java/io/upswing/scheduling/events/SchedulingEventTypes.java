package io.upswing.scheduling.events;

import io.upswing.eventlog.EventCodec;
import io.upswing.eventlog.JsonCodec;
import java.util.Map;

/** The wire names of the scheduling events, fixed for ever: what is in a record's {@code ce_type}. */
public final class SchedulingEventTypes {
    private static final Map<Class<? extends SchedulingEvent>, String> NAMES = Map.ofEntries(
            Map.entry(SchedulingEvent.PatientRegistered.class, "scheduling.patient-registered.v1"),
            Map.entry(SchedulingEvent.PatientChanged.class, "scheduling.patient-changed.v1"),
            Map.entry(SchedulingEvent.PatientErased.class, "scheduling.patient-erased.v1"),
            Map.entry(SchedulingEvent.SiteOpened.class, "scheduling.site-opened.v1"),
            Map.entry(SchedulingEvent.ChairAdded.class, "scheduling.chair-added.v1"),
            Map.entry(SchedulingEvent.AppointmentBooked.class, "scheduling.appointment-booked.v1"),
            Map.entry(SchedulingEvent.AppointmentMoved.class, "scheduling.appointment-moved.v1"),
            Map.entry(SchedulingEvent.AppointmentConfirmed.class, "scheduling.appointment-confirmed.v1"),
            Map.entry(SchedulingEvent.AppointmentCancelled.class, "scheduling.appointment-cancelled.v1"),
            Map.entry(SchedulingEvent.AppointmentNoShow.class, "scheduling.appointment-no-show.v1"),
            Map.entry(SchedulingEvent.ShiftAdded.class, "scheduling.shift-added.v1"),
            Map.entry(SchedulingEvent.ShiftRemoved.class, "scheduling.shift-removed.v1"),
            Map.entry(SchedulingEvent.ClosureAdded.class, "scheduling.closure-added.v1"),
            Map.entry(SchedulingEvent.ClosureRemoved.class, "scheduling.closure-removed.v1"),
            Map.entry(SchedulingEvent.DurationsSet.class, "scheduling.durations-set.v1"),
            Map.entry(SchedulingEvent.CalendarShared.class, "scheduling.calendar-shared.v1"),
            Map.entry(SchedulingEvent.CalendarRevoked.class, "scheduling.calendar-revoked.v1"),
            Map.entry(SchedulingEvent.AppointmentDelayed.class, "scheduling.appointment-delayed.v1"),
            Map.entry(SchedulingEvent.SeriesBooked.class, "scheduling.series-booked.v1"),
            Map.entry(SchedulingEvent.SeriesReplanned.class, "scheduling.series-replanned.v1"),
            Map.entry(SchedulingEvent.SlotHeld.class, "scheduling.slot-held.v1"),
            Map.entry(SchedulingEvent.HoldReleased.class, "scheduling.hold-released.v1"),
            Map.entry(SchedulingEvent.WaitlistJoined.class, "scheduling.waitlist-joined.v1"),
            Map.entry(SchedulingEvent.WaitlistLeft.class, "scheduling.waitlist-left.v1"),
            Map.entry(SchedulingEvent.SlotOffered.class, "scheduling.slot-offered.v1"),
            Map.entry(SchedulingEvent.OfferDeclined.class, "scheduling.offer-declined.v1"));

    private SchedulingEventTypes() {}

    /** Every class of event with its wire name. */
    public static Map<Class<? extends SchedulingEvent>, String> all() {
        return NAMES;
    }

    public static EventCodec<SchedulingEvent> codec() {
        return new JsonCodec<>(NAMES);
    }
}
