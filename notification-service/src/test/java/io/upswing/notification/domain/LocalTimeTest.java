package io.upswing.notification.domain;

import static io.upswing.notification.domain.PlanFixture.patient;
import static io.upswing.notification.domain.PlanFixture.patientIn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours are the patient's own, on every date there is. */
class LocalTimeTest {
    private static final String LONG_BEFORE = "2000-01-01T00:00:00Z";

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            America/New_York,    2026-03-09T12:30:00Z, 2026-03-06T14:00:00Z, 2026-03-08T13:00:00Z, over the spring change (DOMAIN 29)
            America/Los_Angeles, 2026-03-09T12:30:00Z, 2026-03-06T17:00:00Z, 2026-03-08T16:00:00Z, the phone is in another zone
            America/New_York,    2026-11-02T13:30:00Z, 2026-10-30T13:00:00Z, 2026-11-01T14:00:00Z, over the autumn change
            Europe/Berlin,       2026-03-30T07:00:00Z, 2026-03-27T08:00:00Z, 2026-03-29T07:00:00Z, spring in Europe
            Europe/Berlin,       2026-10-26T08:00:00Z, 2026-10-23T07:00:00Z, 2026-10-25T08:00:00Z, autumn in Europe
            America/New_York,    2028-03-01T14:00:00Z, 2028-02-27T14:00:00Z, 2028-02-29T14:00:00Z, the day before is a leap day
            America/New_York,    2028-02-29T14:00:00Z, 2028-02-26T14:00:00Z, 2028-02-28T14:00:00Z, on a leap day
            America/New_York,    2027-01-01T15:00:00Z, 2026-12-29T14:00:00Z, 2026-12-31T14:00:00Z, over the year's end
            America/New_York,    2026-03-20T03:59:00Z, 2026-03-16T13:00:00Z, 2026-03-18T13:00:00Z, a minute to midnight is still that day
            America/New_York,    2026-03-20T04:00:00Z, 2026-03-17T13:00:00Z, 2026-03-19T13:00:00Z, midnight is the next
            Asia/Tokyo,          2026-03-09T23:00:00Z, 2026-03-07T00:00:00Z, 2026-03-09T00:00:00Z, the patient's date is tomorrow
            Pacific/Kiritimati,  2026-03-09T20:00:00Z, 2026-03-06T19:00:00Z, 2026-03-08T19:00:00Z, east of the date line
            Pacific/Pago_Pago,   2026-03-09T20:00:00Z, 2026-03-06T20:00:00Z, 2026-03-08T20:00:00Z, west of the date line
            Pacific/Apia,        2011-12-31T20:00:00Z, 2011-12-29T19:00:00Z, 2011-12-30T19:00:00Z, a date that was skipped
            Asia/Kathmandu,      2026-03-09T12:30:00Z, 2026-03-06T03:15:00Z, 2026-03-08T03:15:00Z, a zone of quarters
            """)
    void an_appointment(String zone, String start, String threeDays, String oneDay, String what) {
        var patient = patientIn(zone).appointment(start);
        assertThat(patient.reminder("3-days-before", LONG_BEFORE).dueAt()).isEqualTo(threeDays);
        assertThat(patient.reminder("1-day-before", LONG_BEFORE).dueAt()).isEqualTo(oneDay);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            America/New_York,   2026-03-08, 2026-03-08T14:00:00Z, on the day of the spring change
            America/New_York,   2026-11-01, 2026-11-01T15:00:00Z, on the day of the autumn change
            America/New_York,   2028-02-29, 2028-02-29T15:00:00Z, on a leap day
            Pacific/Apia,       2011-12-30, 2011-12-30T20:00:00Z, on a date that never was: the next
            Pacific/Kiritimati, 2026-03-08, 2026-03-07T20:00:00Z, east of the date line
            """)
    void a_check_in(String zone, String on, String expected, String what) {
        var due = patientIn(zone).pending(About.Kind.CHECK_IN, on, on, on).reminder("day-after", LONG_BEFORE);
        assertThat(due.dueAt()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            America/Los_Angeles, 2026-03-08T13:00:00Z, 2026-03-08T15:00:00Z, six in the morning waits for eight (DOMAIN 29)
            America/New_York,    2026-03-08T12:00:00Z, 2026-03-08T12:00:00Z, eight o'clock is early enough
            America/New_York,    2026-03-08T11:59:59Z, 2026-03-08T12:00:00Z, a second before is not
            America/New_York,    2026-03-09T00:59:59Z, 2026-03-09T00:59:59Z, a second before nine in the evening may be
            America/New_York,    2026-03-09T01:00:00Z, 2026-03-09T12:00:00Z, nine o'clock is too late
            America/New_York,    2026-03-08T05:00:00Z, 2026-03-08T12:00:00Z, the night of the spring change
            America/New_York,    2026-11-01T05:30:00Z, 2026-11-01T13:00:00Z, the night of the autumn change
            America/New_York,    2026-11-01T04:00:00Z, 2026-11-01T13:00:00Z, midnight
            Pacific/Apia,        2011-12-30T08:00:00Z, 2011-12-30T18:00:00Z, a night that skips a date
            """)
    void nobody_is_woken(String zone, String at, String expected, String what) {
        var next = Policies.DEFAULTS.hours().next(Instant.parse(at), ZoneId.of(zone));
        assertThat(next).isEqualTo(expected);
        assertThat(Policies.DEFAULTS.hours().contain(next, ZoneId.of(zone))).isTrue();
    }

    @ParameterizedTest(name = "{4}")
    @CsvSource(textBlock = """
            America/New_York,    2026-03-12T18:00:00Z, 2026-03-12T15:00:00Z, PLANNED,    three hours before the early afternoon
            America/New_York,    2026-03-12T15:00:00Z, 2026-03-12T12:00:00Z, PLANNED,    eight in the morning is just late enough
            America/New_York,    2026-03-12T14:59:00Z, 2026-03-12T11:59:00Z, PLANNED,    a minute before waits for the minute
            America/New_York,    2026-03-12T12:00:00Z, 2026-03-12T09:00:00Z, SUPPRESSED, who is seen at eight is not woken at five
            America/New_York,    2026-03-08T15:00:00Z, 2026-03-08T12:00:00Z, PLANNED,    the morning of the spring change
            America/New_York,    2026-11-01T16:00:00Z, 2026-11-01T13:00:00Z, PLANNED,    the morning of the autumn change
            America/Los_Angeles, 2026-03-12T17:00:00Z, 2026-03-12T14:00:00Z, PLANNED,    seven in the morning there waits for eight
            America/New_York,    2028-02-29T18:00:00Z, 2028-02-29T15:00:00Z, PLANNED,    on a leap day
            America/New_York,    2026-03-13T02:00:00Z, 2026-03-12T23:00:00Z, PLANNED,    in the evening
            America/New_York,    2026-03-13T04:00:00Z, 2026-03-13T01:00:00Z, SUPPRESSED, nine in the evening before midnight is too late
            """)
    void hours_before(String zone, String start, String due, Reminder.State state, String what) {
        var byText = patient()
                .who(PlanFixture.recipient(zone, Map.of(Channel.SMS, "+12125550123"), Map.of()))
                .under(PolicyFixture.using(Channel.SMS))
                .appointment(start);
        assertThat(byText.reminder("3-hours-before", LONG_BEFORE).dueAt()).isEqualTo(due);
        assertThat(byText.state("3-hours-before", "2026-03-01T12:00:00Z")).isEqualTo(state);
    }

    @Test
    void who_travels_is_written_to_by_the_clock_of_where_they_are() {
        var traveller = patientIn("America/New_York").appointment("2026-03-12T18:00:00Z");
        assertThat(traveller.reminder("1-day-before", LONG_BEFORE).sendAt()).isEqualTo("2026-03-11T13:00:00Z");
        traveller.who(PlanFixture.recipient("America/Los_Angeles", "ama@example.org", false));
        assertThat(traveller.reminder("1-day-before", LONG_BEFORE).sendAt()).isEqualTo("2026-03-11T16:00:00Z");
    }

    @Test
    void who_travels_after_they_were_told_is_not_told_again() {
        var traveller = patientIn("America/New_York")
                .appointment("2026-03-12T18:00:00Z")
                .started("1-day-before", "2026-03-11T13:00:00Z");
        traveller.who(PlanFixture.recipient("America/Los_Angeles", "ama@example.org", false));
        assertThat(traveller.state("1-day-before", "2026-03-11T16:00:00Z")).isEqualTo(Reminder.State.STARTED);
        traveller.who(PlanFixture.recipient("Asia/Tokyo", "ama@example.org", false));
        assertThat(traveller.state("1-day-before", "2026-03-11T16:00:00Z")).isEqualTo(Reminder.State.STARTED);
    }
}
