package io.upswing.scheduling.events;

import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentConfirmed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentDelayed;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentNoShow;
import io.upswing.scheduling.events.SchedulingEvent.CalendarRevoked;
import io.upswing.scheduling.events.SchedulingEvent.CalendarShared;
import io.upswing.scheduling.events.SchedulingEvent.ChairAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureAdded;
import io.upswing.scheduling.events.SchedulingEvent.ClosureRemoved;
import io.upswing.scheduling.events.SchedulingEvent.DurationsSet;
import io.upswing.scheduling.events.SchedulingEvent.Duty;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import io.upswing.scheduling.events.SchedulingEvent.PatientChanged;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.PatientRegistered;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.SeriesReplanned;
import io.upswing.scheduling.events.SchedulingEvent.ShiftAdded;
import io.upswing.scheduling.events.SchedulingEvent.ShiftRemoved;
import io.upswing.scheduling.events.SchedulingEvent.SiteOpened;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** One value of every kind with every field given: what the goldens hold. */
final class Samples {
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final UUID COURSE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");
    private static final UUID SITE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a03");
    private static final UUID CHAIR = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a04");
    private static final UUID APPOINTMENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a05");
    private static final UUID OTHER_CHAIR = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a06");
    private static final Instant START = Instant.parse("2026-03-02T14:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T16:50:00Z");
    private static final Instant LATER_START = Instant.parse("2026-03-05T14:00:00Z");
    private static final Instant LATER_END = Instant.parse("2026-03-05T16:50:00Z");
    private static final SchedulingEvent.Warning OUTSIDE =
            new SchedulingEvent.Warning("outside-window", "The window is 2026-03-05 to 2026-03-09.");
    private static final String ZONE = "America/New_York";

    private static final UUID HOLD = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a07");
    private static final UUID ENTRY = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a08");
    private static final UUID SHIFT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a09");
    private static final UUID CLOSURE = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a0a");
    private static final UUID CALENDAR = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a0b");
    private static final UUID OTHER_APPOINTMENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a0c");
    private static final Instant EXPIRES = Instant.parse("2026-03-01T15:05:00Z");
    private static final SchedulingEvent.Watch WATCH = new SchedulingEvent.Watch(
            Instant.parse("2026-03-02T14:20:00Z"), Instant.parse("2026-03-02T16:25:00Z"), true);
    private static final SchedulingEvent.SpacingOverride OVERRIDE =
            new SchedulingEvent.SpacingOverride("leaves the country on Friday", "Dr. Example");

    private static final AppointmentBooked BOOKED = new AppointmentBooked(
            APPOINTMENT,
            PATIENT,
            COURSE,
            SITE,
            CHAIR,
            "TREATMENT",
            START,
            END,
            15,
            ZONE,
            new BigDecimal("56"),
            "two recliners in one room",
            List.of(OUTSIDE),
            WATCH,
            HOLD,
            OVERRIDE);
    private static final AppointmentMoved MOVED = new AppointmentMoved(
            APPOINTMENT,
            PATIENT,
            COURSE,
            SITE,
            ZONE,
            OTHER_CHAIR,
            START,
            END,
            CHAIR,
            LATER_START,
            LATER_END,
            List.of(OUTSIDE),
            HOLD,
            OVERRIDE);

    static final List<SchedulingEvent> EVENTS = List.of(
            new PatientRegistered(PATIENT),
            new PatientChanged(PATIENT, List.of("email", "consents")),
            new PatientErased(PATIENT),
            new SiteOpened(
                    SITE,
                    "Riverside",
                    ZONE,
                    List.of(new OpeningHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 30))),
                    true),
            new ChairAdded(SITE, CHAIR, "Room 2", List.of("IN", "IV")),
            BOOKED,
            MOVED,
            new AppointmentConfirmed(APPOINTMENT, PATIENT, COURSE),
            new AppointmentCancelled(APPOINTMENT, PATIENT, COURSE, "PATIENT", "a cold"),
            new AppointmentNoShow(APPOINTMENT, PATIENT, COURSE, LocalDate.of(2026, 3, 2)),
            new ShiftAdded(SITE, SHIFT, "m-7", "Nurse Example", "MONITOR", List.of(new Duty(START, END)), 3),
            new ShiftRemoved(SITE, SHIFT, START),
            new ClosureAdded(SITE, CLOSURE, START, LATER_END, "Repairs"),
            new ClosureRemoved(SITE, CLOSURE),
            new DurationsSet(SITE, 15, 130, 5, 10),
            new CalendarShared(SITE, CALENDAR, "m-7"),
            new CalendarRevoked(SITE, CALENDAR),
            new AppointmentDelayed(APPOINTMENT, PATIENT, COURSE, OTHER_APPOINTMENT, LATER_START),
            new SeriesBooked(PATIENT, COURSE, List.of(BOOKED)),
            new SeriesReplanned(
                    PATIENT,
                    COURSE,
                    List.of(new AppointmentCancelled(OTHER_APPOINTMENT, PATIENT, COURSE, "CLINIC", "planned anew")),
                    List.of(MOVED),
                    List.of(BOOKED)),
            new SlotHeld(HOLD, PATIENT, COURSE, SITE, CHAIR, "TREATMENT", START, END, WATCH, EXPIRES),
            new HoldReleased(HOLD, PATIENT),
            new WaitlistJoined(
                    ENTRY,
                    PATIENT,
                    COURSE,
                    SITE,
                    List.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                    LocalTime.of(9, 0),
                    LocalTime.of(12, 0),
                    LocalDate.of(2026, 3, 2),
                    LocalDate.of(2026, 3, 31)),
            new WaitlistLeft(ENTRY, PATIENT),
            new SlotOffered(
                    HOLD,
                    ENTRY,
                    PATIENT,
                    COURSE,
                    OTHER_APPOINTMENT,
                    APPOINTMENT,
                    SITE,
                    ZONE,
                    CHAIR,
                    START,
                    END,
                    WATCH,
                    EXPIRES),
            new OfferDeclined(HOLD, ENTRY, PATIENT));

    static final PatientRecord AMA = new PatientRecord(
            PATIENT,
            "clinic-1",
            "Ama",
            "Owusu",
            LocalDate.of(1984, 2, 29),
            ZONE,
            "en",
            "ama@example.org",
            "+15555550100",
            List.of(new PatientRecord.Consent("EMAIL", true, START)),
            "EMAIL",
            new PatientRecord.Representative(
                    "Efua",
                    "Owusu",
                    "PARENT",
                    "efua@example.org",
                    "+15555550101",
                    "fr",
                    "Europe/Paris",
                    List.of(new PatientRecord.Consent("SMS", false, START)),
                    true));

    static final CareDueRecord DUE = new CareDueRecord(
            COURSE,
            PATIENT,
            "clinic-1",
            SITE,
            ZONE,
            LocalDate.of(2026, 3, 13),
            LocalDate.of(2026, 3, 14),
            "WINDOW_OPEN",
            List.of(new CareDueRecord.Item(
                    "SESSION",
                    "PATIENT",
                    "2026-03-09",
                    LocalDate.of(2026, 3, 11),
                    LocalDate.of(2026, 3, 13),
                    LocalDate.of(2026, 3, 16),
                    APPOINTMENT,
                    false,
                    false)));

    private Samples() {}
}
