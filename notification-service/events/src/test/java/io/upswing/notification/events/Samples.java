package io.upswing.notification.events;

import io.upswing.notification.events.NotificationEvent.AdoptedPolicy;
import io.upswing.notification.events.NotificationEvent.AdoptedStep;
import io.upswing.notification.events.NotificationEvent.ChannelConsent;
import io.upswing.notification.events.NotificationEvent.ConsentChanged;
import io.upswing.notification.events.NotificationEvent.DispatchAccepted;
import io.upswing.notification.events.NotificationEvent.DispatchBounced;
import io.upswing.notification.events.NotificationEvent.DispatchDeferred;
import io.upswing.notification.events.NotificationEvent.DispatchDelivered;
import io.upswing.notification.events.NotificationEvent.DispatchRejected;
import io.upswing.notification.events.NotificationEvent.DispatchStarted;
import io.upswing.notification.events.NotificationEvent.DispatchUnknown;
import io.upswing.notification.events.NotificationEvent.DispatchUnwanted;
import io.upswing.notification.events.NotificationEvent.PoliciesAdopted;
import io.upswing.notification.events.NotificationEvent.ReminderExpired;
import io.upswing.notification.events.NotificationEvent.ReminderSuppressed;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import io.upswing.notification.events.NotificationEvent.WorklistClaimed;
import io.upswing.notification.events.NotificationEvent.WorklistResolved;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One value of every kind with every field given: what the goldens hold. */
final class Samples {
    private static final UUID REMINDER = UUID.fromString("c3a1c1c8-55b1-3c5a-9c41-0b7f0f5c2a01");
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final String ABOUT = "appointment/0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a05/2026-03-09T12:30:00Z";
    private static final Instant DUE = Instant.parse("2026-03-08T13:00:00Z");
    private static final String REASON = "550 no such mailbox";

    private static final UUID LINK = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a09");
    private static final AdoptedStep DAYS_BEFORE = new AdoptedStep(
            "1-day-before",
            "START",
            -1,
            LocalTime.of(9, 0),
            null,
            "PATIENT",
            List.of("EMAIL", "SMS"),
            "appointment",
            1,
            "CLOSED");
    private static final AdoptedStep HOURS_BEFORE = new AdoptedStep(
            "3-hours-before", "START", null, null, -180, "PATIENT", List.of("SMS"), "appointment", 1, "CONFIRMED");

    static final List<NotificationEvent> ALL = List.of(
            new DispatchStarted(
                    REMINDER,
                    PATIENT,
                    ABOUT,
                    "1-day-before",
                    "EMAIL",
                    "appointment",
                    1,
                    Map.of("start", "2026-03-09T08:30", "site", "Riverside", "language", "en"),
                    DUE,
                    1,
                    false),
            new DispatchAccepted(REMINDER, PATIENT, 1, "<" + REMINDER + "@upswing.example>"),
            new DispatchRejected(REMINDER, PATIENT, 1, REASON),
            new DispatchUnwanted(REMINDER, PATIENT, 1, "SMS", "Error 21610", "REPRESENTATIVE"),
            new DispatchDeferred(REMINDER, PATIENT, 1, REASON, Instant.parse("2026-03-08T13:05:00Z")),
            new DispatchUnknown(REMINDER, PATIENT, 1, REASON),
            new DispatchDelivered(REMINDER, PATIENT, 1, "SM0123"),
            new DispatchBounced(REMINDER, PATIENT, 1, "SM0123", REASON),
            new ReminderExpired(REMINDER, PATIENT, ABOUT, "1-day-before", "EMAIL", DUE, REASON),
            new ReminderSuppressed(
                    REMINDER,
                    PATIENT,
                    ABOUT,
                    "1-day-before",
                    "SMS",
                    DUE,
                    "NOT_WANTED",
                    "The patient does not want text messages."),
            new ReplyReceived(LINK, PATIENT, "SMS", "SM0124", "CANCEL", REMINDER, "EITHER"),
            new ConsentChanged(
                    PATIENT,
                    List.of(new ChannelConsent("SMS", true), new ChannelConsent("EMAIL", false)),
                    "SMS",
                    "PREFERENCES_PAGE",
                    LINK.toString(),
                    "REPRESENTATIVE"),
            new PoliciesAdopted(
                    LINK,
                    List.of("EMAIL", "SMS"),
                    LocalTime.of(9, 0),
                    LocalTime.of(20, 0),
                    3,
                    10,
                    72,
                    List.of(new AdoptedPolicy("APPOINTMENT", List.of(DAYS_BEFORE, HOURS_BEFORE), 24))),
            new WorklistClaimed(REMINDER, PATIENT, "PERHAPS_SENT", "Noor at the desk"),
            new WorklistResolved(REMINDER, PATIENT, REMINDER, "PERHAPS_SENT", "Noor at the desk", "called, she knows"));

    private Samples() {}
}
