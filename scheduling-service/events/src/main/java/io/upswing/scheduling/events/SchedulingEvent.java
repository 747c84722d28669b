package io.upswing.scheduling.events;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the registry, of a site or of the calendar. The stream is the patient, for sites and chairs the site; wire names
 * are in {@link SchedulingEventTypes}. Who a patient is stands only in {@link PatientRecord}, never here.
 */
public sealed interface SchedulingEvent {

    /** What concerns one patient. */
    sealed interface OfPatient extends SchedulingEvent {
        UUID patientId();
    }

    /** What concerns one site. */
    sealed interface OfSite extends SchedulingEvent {
        UUID siteId();
    }

    /** What happens to one appointment; {@code courseId} is null for what belongs to no course. */
    sealed interface OfAppointment extends OfPatient {
        UUID appointmentId();

        @Nullable
        UUID courseId();
    }

    /** From when to when an appointment has which chair from now on. */
    sealed interface OfPlace extends OfAppointment {
        UUID chairId();

        Instant start();

        Instant end();

        List<Warning> warnings();
    }

    record PatientRegistered(UUID patientId) implements OfPatient {}

    /** {@code fields}: the names of what was changed; the values are in {@link PatientRecord} only. */
    record PatientChanged(UUID patientId, List<String> fields) implements OfPatient {
        public PatientChanged {
            fields = List.copyOf(fields);
        }
    }

    /** Identity and contact are gone from the registry; an identity record that turns up later is removed again. */
    record PatientErased(UUID patientId) implements OfPatient {}

    /** A site's zone never changes. {@code certifiedRems}: may treat outpatients under a REMS. */
    record SiteOpened(UUID siteId, String name, String timeZone, List<OpeningHours> hours, boolean certifiedRems)
            implements OfSite {
        public SiteOpened {
            hours = List.copyOf(hours);
        }
    }

    /** Local times at the site; a day may have several. */
    record OpeningHours(DayOfWeek day, LocalTime opens, LocalTime closes) {}

    /** {@code routes}: IV, IM, IN. */
    record ChairAdded(UUID siteId, UUID chairId, String name, List<String> routes) implements OfSite {
        public ChairAdded {
            routes = List.copyOf(routes);
        }
    }

    /**
     * {@code end}: when the chair is free again, turnover included. {@code turnoverMinutes}: the last of them, when the
     * patient has left; null counts as none. {@code zone}: the site's. {@code overbookReason}: why it stands beside another booking
     * of the chair; null where it does not.
     */
    record AppointmentBooked(
            UUID appointmentId,
            UUID patientId,
            @Nullable UUID courseId,
            UUID siteId,
            UUID chairId,
            String kind,
            Instant start,
            Instant end,
            @Nullable Integer turnoverMinutes,
            String zone,
            @Nullable BigDecimal doseMg,
            @Nullable String overbookReason,
            List<Warning> warnings)
            implements OfPlace {
        public AppointmentBooked {
            warnings = List.copyOf(warnings);
        }
    }

    /** What staff were told when they booked: the booking stands. {@code code}: for example outside-window. */
    record Warning(String code, String text) {}

    /** A moved appointment is to be confirmed again. */
    record AppointmentMoved(
            UUID appointmentId,
            UUID patientId,
            @Nullable UUID courseId,
            UUID siteId,
            String zone,
            UUID fromChairId,
            Instant fromStart,
            Instant fromEnd,
            UUID chairId,
            Instant start,
            Instant end,
            List<Warning> warnings)
            implements OfPlace {
        public AppointmentMoved {
            warnings = List.copyOf(warnings);
        }
    }

    record AppointmentConfirmed(
            UUID appointmentId, UUID patientId, @Nullable UUID courseId) implements OfAppointment {}

    /** {@code by}: PATIENT or CLINIC. */
    record AppointmentCancelled(
            UUID appointmentId, UUID patientId, @Nullable UUID courseId, String by, String reason)
            implements OfAppointment {}

    /** {@code on}: the local date of the appointment at its site. */
    record AppointmentNoShow(
            UUID appointmentId, UUID patientId, @Nullable UUID courseId, LocalDate on) implements OfAppointment {}
}
