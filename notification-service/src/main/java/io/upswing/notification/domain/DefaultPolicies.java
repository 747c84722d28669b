package io.upswing.notification.domain;

import static io.upswing.notification.domain.About.Kind.APPOINTMENT;
import static io.upswing.notification.domain.About.Kind.CALLED_OFF;
import static io.upswing.notification.domain.About.Kind.CHANGED;
import static io.upswing.notification.domain.About.Kind.CHECK_IN;
import static io.upswing.notification.domain.About.Kind.DELAYED;
import static io.upswing.notification.domain.About.Kind.GATE;
import static io.upswing.notification.domain.About.Kind.LAPSE_DECISION;
import static io.upswing.notification.domain.About.Kind.MAINTENANCE;
import static io.upswing.notification.domain.About.Kind.MEASURE;
import static io.upswing.notification.domain.About.Kind.OFFER;
import static io.upswing.notification.domain.About.Kind.REASSESSMENT;
import static io.upswing.notification.domain.About.Kind.REMS_FORM;
import static io.upswing.notification.domain.About.Kind.SAFETY;
import static io.upswing.notification.domain.About.Kind.SESSION;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** What every clinic begins with (API.md); text messages only once a clinic says that it uses them. */
final class DefaultPolicies {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final List<Channel> MAIL = List.of(Channel.EMAIL, Channel.SMS);
    private static final List<Channel> TEXT = List.of(Channel.SMS, Channel.EMAIL);

    /** Within it a slip is corrected, and its patient hears of the last word only. */
    private static final Duration GRACE = Duration.ofMinutes(3);

    private static final List<Step> UNTIL_BOOKED = List.of(
            onDay("due-from", Anchor.FROM, 0, TEN, "visit-due"),
            onDay("due-on", Anchor.ON, 0, TEN, "visit-due-now"),
            onDay("overdue", Anchor.OVERDUE_AFTER, 1, TEN, "visit-overdue"));

    private static final List<Policy> POLICIES = List.of(
            new Policy(
                    APPOINTMENT,
                    List.of(
                            onDay("3-days-before", Anchor.START, -3, NINE, "appointment"),
                            onDay("1-day-before", Anchor.START, -1, NINE, "appointment"),
                            new Step(
                                    "3-hours-before",
                                    new Offset.Span(Anchor.START, Duration.ofHours(-3)),
                                    Audience.PATIENT,
                                    List.of(Channel.SMS),
                                    "appointment",
                                    1,
                                    Stop.CONFIRMED)),
                    null),
            new Policy(SESSION, UNTIL_BOOKED, Duration.ZERO),
            new Policy(MAINTENANCE, UNTIL_BOOKED, Duration.ZERO),
            new Policy(
                    CHECK_IN,
                    List.of(onDay("day-after", Anchor.ON, 0, TEN, "check-in")),
                    Duration.ofDays(3)), // overdue two days after it is due
            new Policy(MEASURE, List.of(onDay("day-before", Anchor.FROM, 0, TEN, "questions")), null),
            new Policy(
                    REASSESSMENT,
                    List.of(
                            onDay("due-on", Anchor.ON, 0, TEN, "questions"),
                            onDay("overdue", Anchor.OVERDUE_AFTER, 1, TEN, "questions")),
                    Duration.ZERO),
            new Policy(OFFER, List.of(news("offered", Duration.ZERO, TEXT, "offer")), null),
            new Policy(CHANGED, List.of(news("changed", GRACE, MAIL, "appointment-changed")), null),
            new Policy(CALLED_OFF, List.of(news("called-off", GRACE, MAIL, "appointment-off")), null),
            new Policy(DELAYED, List.of(news("delayed", GRACE, TEXT, "appointment-delayed")), null),
            new Policy(GATE, List.of(toDo("opened", Anchor.FROM, 0, EIGHT, Audience.PRESCRIBER)), null),
            new Policy(REMS_FORM, List.of(toDo("day-after", Anchor.FROM, 1, EIGHT, Audience.NURSE)), null),
            new Policy(LAPSE_DECISION, List.of(toDo("lapsed", Anchor.ON, 0, EIGHT, Audience.PRESCRIBER)), null),
            new Policy(SAFETY, List.of(toDo("at-once", Anchor.FROM, 0, LocalTime.MIN, Audience.PRESCRIBER)), null));

    static final Policies ALL = new Policies(
            POLICIES,
            Set.of(Channel.EMAIL),
            new SendingHours(EIGHT, LocalTime.of(21, 0)),
            new Caps(5, 15),
            Duration.ofDays(3),
            Duration.ofMinutes(10));

    private DefaultPolicies() {}

    private static Step onDay(String name, Anchor anchor, int days, LocalTime at, String template) {
        return new Step(name, new Offset.Day(anchor, days, at), Audience.PATIENT, MAIL, template, 1, Stop.CLOSED);
    }

    private static Step news(String name, Duration after, List<Channel> channels, String template) {
        return new Step(
                name, new Offset.Span(Anchor.HAPPENED, after), Audience.PATIENT, channels, template, 1, Stop.CLOSED);
    }

    private static Step toDo(String name, Anchor anchor, int days, LocalTime at, Audience audience) {
        return new Step(
                name, new Offset.Day(anchor, days, at), audience, List.of(Channel.WORKLIST), "to-do", 1, Stop.CLOSED);
    }
}
