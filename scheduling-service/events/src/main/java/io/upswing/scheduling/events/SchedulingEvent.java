package io.upswing.scheduling.events;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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

    /** One decision about several appointments of a patient at once: all of them, or none. */
    sealed interface OfSeveral extends OfPatient {
        /** In the order in which they take effect: what is freed first, then what is taken. */
        List<OfAppointment> parts();
    }

    /** What concerns the wish of a patient for an earlier or another time. */
    sealed interface OfWaitlist extends OfPatient {
        UUID entryId();
    }

    /** What concerns a time that is kept for somebody who decides. */
    sealed interface OfHold extends OfPatient {
        UUID holdId();
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
     * Somebody is on duty at a site at these times, each of its own; {@code role}: PRESCRIBER or MONITOR.
     * {@code maxPatients}: how many a monitor watches at once; null for others.
     */
    record ShiftAdded(
            UUID siteId,
            UUID shiftId,
            String staffId,
            String name,
            String role,
            List<Duty> duties,
            @Nullable Integer maxPatients)
            implements OfSite {
        public ShiftAdded {
            duties = List.copyOf(duties);
        }
    }

    /** From {@code from} until just before {@code to}. */
    record Duty(Instant from, Instant to) {}

    /** {@code from}: the one duty of the shift that is called off; null: all of them. */
    record ShiftRemoved(UUID siteId, UUID shiftId, @Nullable Instant from) implements OfSite {}

    /** A site takes nobody from {@code from} until just before {@code to}: a holiday, repairs. */
    record ClosureAdded(UUID siteId, UUID closureId, Instant from, Instant to, String reason) implements OfSite {}

    record ClosureRemoved(UUID siteId, UUID closureId) implements OfSite {}

    /**
     * How many minutes a site takes for each part of a treatment, in place of the protocol's; null: as the protocol says.
     * {@code observation} never falls below the protocol's.
     */
    record DurationsSet(
            UUID siteId,
            @Nullable Integer checkIn,
            @Nullable Integer observation,
            @Nullable Integer discharge,
            @Nullable Integer turnover)
            implements OfSite {}

    /** A feed of a site's calendar, or of one member of its staff, that is read by whoever knows its secret. */
    record CalendarShared(
            UUID siteId, UUID calendarId, @Nullable String staffId) implements OfSite {}

    record CalendarRevoked(UUID siteId, UUID calendarId) implements OfSite {}

    /**
     * {@code end}: when the chair is free again, turnover included. {@code turnoverMinutes}: the last of them, when the
     * patient has left; null counts as none. {@code zone}: the site's. {@code overbookReason}: why it stands though the chair or the
     * monitors had no room for it; null where they had. {@code watch}: when a monitor watches the patient; null where nobody
     * need. {@code holdId}: the hold or the offer that kept the time until now. {@code override}: who took its closeness to
     * the other sessions on themselves.
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
            List<Warning> warnings,
            @Nullable Watch watch,
            @Nullable UUID holdId,
            @Nullable SpacingOverride override)
            implements OfPlace {
        public AppointmentBooked {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * From the first dose until observation ends. {@code prescriber}: whether one must be on the site meanwhile.
     */
    record Watch(Instant from, Instant to, boolean prescriber) {}

    /** A prescriber's word that a session may stand closer to others than the rules say; {@code by}: whose. */
    record SpacingOverride(String reason, String by) {}

    /** What staff were told when they booked: the booking stands. {@code code}: for example outside-window. */
    record Warning(String code, String text) {}

    /** A moved appointment is to be confirmed again; it is watched for as long, and as long after its start, as before. */
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
            List<Warning> warnings,
            @Nullable UUID holdId,
            @Nullable SpacingOverride override)
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

    /**
     * A treatment before it on the same chair takes longer: it can start at {@code expectedStart} only. The booked time
     * stands. {@code behind}: the appointment that takes longer.
     */
    record AppointmentDelayed(
            UUID appointmentId, UUID patientId, @Nullable UUID courseId, UUID behind, Instant expectedStart)
            implements OfAppointment {}

    /** Several appointments at once, each with its own place: the sessions of a phase, or visits that recur. */
    record SeriesBooked(UUID patientId, @Nullable UUID courseId, List<AppointmentBooked> appointments)
            implements OfSeveral {
        public SeriesBooked {
            appointments = List.copyOf(appointments);
        }

        @Override
        public List<OfAppointment> parts() {
            return List.copyOf(appointments);
        }
    }

    /** What is left of a series, planned anew after one of its sessions went another way. */
    record SeriesReplanned(
            UUID patientId,
            UUID courseId,
            List<AppointmentCancelled> cancelled,
            List<AppointmentMoved> moved,
            List<AppointmentBooked> booked)
            implements OfSeveral {
        public SeriesReplanned {
            cancelled = List.copyOf(cancelled);
            moved = List.copyOf(moved);
            booked = List.copyOf(booked);
        }

        @Override
        public List<OfAppointment> parts() {
            return Stream.of(cancelled, moved, booked)
                    .<OfAppointment>flatMap(List::stream)
                    .toList();
        }
    }

    /** A time is kept until {@code expiresAt} while somebody decides; after that it is free without a further event. */
    record SlotHeld(
            UUID holdId,
            UUID patientId,
            @Nullable UUID courseId,
            UUID siteId,
            UUID chairId,
            String kind,
            Instant start,
            Instant end,
            @Nullable Watch watch,
            Instant expiresAt)
            implements OfHold {}

    record HoldReleased(UUID holdId, UUID patientId) implements OfHold {}

    /**
     * A patient would come at another time. {@code days}: on which days of the week, empty for any; {@code opens} and
     * {@code closes}: local times at the site between which the session is to lie; {@code from} to {@code to}: dates.
     */
    record WaitlistJoined(
            UUID entryId,
            UUID patientId,
            UUID courseId,
            UUID siteId,
            List<DayOfWeek> days,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable LocalDate from,
            @Nullable LocalDate to)
            implements OfWaitlist {
        public WaitlistJoined {
            days = List.copyOf(days);
        }
    }

    record WaitlistLeft(UUID entryId, UUID patientId) implements OfWaitlist {}

    /**
     * A time that became free is kept for a patient of the waitlist until {@code expiresAt}: an offer is a hold, and who
     * takes it books with its id. {@code vacancyId}: what became free; {@code appointmentId}: the patient's own later
     * appointment that would be given up for it.
     */
    record SlotOffered(
            UUID holdId,
            UUID entryId,
            UUID patientId,
            UUID courseId,
            UUID vacancyId,
            @Nullable UUID appointmentId,
            UUID siteId,
            String zone,
            UUID chairId,
            Instant start,
            Instant end,
            @Nullable Watch watch,
            Instant expiresAt)
            implements OfWaitlist {}

    record OfferDeclined(UUID holdId, UUID entryId, UUID patientId) implements OfWaitlist {}
}
