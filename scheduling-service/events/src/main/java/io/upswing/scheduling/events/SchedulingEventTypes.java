package io.upswing.scheduling.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
            Map.entry(SchedulingEvent.AppointmentNoShow.class, "scheduling.appointment-no-show.v1"));

    private static final Map<String, Class<? extends SchedulingEvent>> CLASSES = inverted();

    private SchedulingEventTypes() {}

    /** The wire name of {@code event}. */
    public static String nameOf(SchedulingEvent event) {
        var name = NAMES.get(event.getClass());
        if (name == null) {
            throw new IllegalStateException("No wire name for " + event.getClass());
        }
        return name;
    }

    /** The class behind a wire name; empty for a type that this version does not know. */
    public static Optional<Class<? extends SchedulingEvent>> classOf(String name) {
        return Optional.ofNullable(CLASSES.get(name));
    }

    /** Every wire name with its class. */
    public static Map<String, Class<? extends SchedulingEvent>> all() {
        return CLASSES;
    }

    private static Map<String, Class<? extends SchedulingEvent>> inverted() {
        var classes = new HashMap<String, Class<? extends SchedulingEvent>>();
        NAMES.forEach((type, name) -> classes.put(name, type));
        return Map.copyOf(classes);
    }
}
