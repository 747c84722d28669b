package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PlanFixture.patientIn;
import static io.upswing.notification.domain.PlanFixture.recipient;
import static io.upswing.notification.domain.PolicyFixture.before;
import static io.upswing.notification.domain.PolicyFixture.using;
import static io.upswing.notification.domain.PolicyFixture.with;
import static io.upswing.notification.domain.Reminder.State.PLANNED;
import static io.upswing.notification.domain.Reminder.State.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.upswing.notification.domain.About.Kind;
import io.upswing.notification.events.NotificationEvent.ReplyReceived;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DOMAIN scenario 29: messages about an appointment on Monday 9 March 2026 at 8:30 in New York. */
class Scenario29Test {
    private static final String MONDAY = "2026-03-09T12:30:00Z";
    private static final String FRIDAY = "2026-03-06T12:00:00Z";
    private static final Map<Channel, String> BOTH =
            Map.of(Channel.EMAIL, "ama@example.org", Channel.SMS, "+13105550123");
    private static final Map<Channel, String> PHONE = Map.of(Channel.SMS, "+13105550123");

    /** A day before by the clinic's clock, across the change: twenty-three and a half hours. */
    private static final Policies BY_TEXT = with(
            using(Channel.SMS, Channel.EMAIL),
            Kind.APPOINTMENT,
            before("day-before", Duration.ofMinutes(23 * 60 + 30), Channel.SMS),
            before("2-hours-before", Duration.ofHours(2), Channel.SMS));

    @Test
    void the_day_before_at_nine_is_an_hour_earlier_since_the_clocks_changed() {
        var told = patientIn("America/New_York").appointment(MONDAY);
        assertThat(told.reminder("1-day-before", FRIDAY).dueAt()).isEqualTo("2026-03-08T13:00:00Z");
    }

    @Test
    void a_phone_in_los_angeles_is_left_in_peace_until_eight() {
        var told = patient()
                .who(recipient("America/Los_Angeles", PHONE, Map.of(Channel.SMS, Consent.GRANTED)))
                .under(BY_TEXT)
                .appointment(MONDAY);
        var reminder = told.reminder("day-before", FRIDAY);
        assertThat(reminder.dueAt()).isEqualTo("2026-03-08T13:00:00Z");
        assertThat(reminder.sendAt()).isEqualTo("2026-03-08T15:00:00Z");
        assertThat(reminder.state()).isEqualTo(PLANNED);
    }

    @Test
    void two_hours_before_is_the_middle_of_the_night_there_and_is_held_back() {
        var told = patient()
                .who(recipient("America/Los_Angeles", PHONE, Map.of(Channel.SMS, Consent.GRANTED)))
                .under(BY_TEXT)
                .appointment(MONDAY);
        assertThat(told.reminder("2-hours-before", FRIDAY))
                .returns(SUPPRESSED, Reminder::state)
                .returns(Suppression.QUIET_HOURS, Reminder::suppression)
                .extracting(Reminder::why)
                .asString()
                .startsWith("Due at 03:30 of the patient's time");
        assertThat(told.reminder("2-hours-before", "2026-03-09T13:00:00Z").state())
                .isEqualTo(SUPPRESSED);
    }

    @Test
    void after_stop_nothing_goes_to_the_phone_and_a_person_is_asked() {
        var refused = recipient("America/New_York", PHONE, Map.of(Channel.SMS, Consent.REFUSED));
        var told = patient().who(refused).under(BY_TEXT).appointment(MONDAY);
        assertThat(told.plan("2026-03-08T01:00:00Z"))
                .extracting(Reminder::state, Reminder::suppression, Reminder::why)
                .containsOnly(tuple(SUPPRESSED, Suppression.NOT_WANTED, "The patient does not want text messages."));
        var stop = new ReplyReceived(PlanFixture.SITE, PlanFixture.PATIENT, "SMS", "SM1", "STOP", null, null);
        assertThat(Replies.asked(stop, List.of(stop))).contains(Worklist.Kind.STOPPED);
    }

    @Test
    void after_stop_mail_goes_on_where_the_policy_has_it() {
        var refused = recipient("America/New_York", BOTH, Map.of(Channel.SMS, Consent.REFUSED));
        var told =
                patient().who(refused).under(using(Channel.SMS, Channel.EMAIL)).appointment(MONDAY);
        assertThat(told.reminder("1-day-before", FRIDAY))
                .returns(PLANNED, Reminder::state)
                .returns(Channel.EMAIL, Reminder::channel);
    }

    @Test
    void without_consent_the_second_of_a_day_and_the_fourth_of_a_week_are_blocked() {
        var unasked = patient().who(recipient("America/New_York", PHONE, Map.of()));
        unasked.under(with(
                using(Channel.SMS),
                Kind.APPOINTMENT,
                before("4-days", Duration.ofDays(4), Channel.SMS),
                before("3-days", Duration.ofDays(3), Channel.SMS),
                before("2-days", Duration.ofDays(2), Channel.SMS),
                before("1-day", Duration.ofDays(1), Channel.SMS)));
        unasked.appointment("2026-03-13T18:00:00Z");
        assertThat(unasked.plan("2026-03-01T12:00:00Z"))
                .extracting(Reminder::step, Reminder::state, Reminder::suppression)
                .containsExactly(
                        tuple("4-days", PLANNED, null),
                        tuple("3-days", PLANNED, null),
                        tuple("2-days", PLANNED, null),
                        tuple("1-day", SUPPRESSED, Suppression.CAP));

        var agreed = recipient("America/New_York", PHONE, Map.of(Channel.SMS, Consent.GRANTED));
        assertThat(unasked.who(agreed).plan("2026-03-01T12:00:00Z"))
                .extracting(Reminder::state)
                .containsOnly(PLANNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your Spravato visit",
                "ketamine at nine",
                "how is your depression",
                "your score is 12",
                "please come fasting"
            })
    void what_tells_the_treatment_is_found(String text) {
        assertThat(Neutral.tellingWord(text)).isPresent();
    }
}
