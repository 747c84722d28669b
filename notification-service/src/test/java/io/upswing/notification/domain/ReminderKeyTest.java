package io.upswing.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ids stand in the log: another one for the same thing would be a second message. */
class ReminderKeyTest {
    private static final UUID PATIENT = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a01");
    private static final UUID REMINDER = UUID.fromString("0b7c1a52-0c0e-4a55-9d0c-6a4f3f6f2a02");

    private static String outcome(Handover handover) {
        return ReminderKey.outcomeOf(REMINDER, 2, handover).toString();
    }

    @Test
    void a_reminders_id_stays_the_same() {
        assertThat(new ReminderKey(PATIENT, "course/x/SESSION/s1", "due-on").id())
                .hasToString("13198c53-d965-3710-8f8c-12f50111100f");
    }

    @Test
    void the_ids_of_its_events_stay_the_same() {
        assertThat(ReminderKey.startOf(REMINDER, 2)).hasToString("1ff7529b-7316-3e12-adf8-4ddcf9b7ba13");
        assertThat(outcome(new Handover.Accepted("<1@x>"))).isEqualTo("1390335e-87be-3734-a211-8d2cea20f228");
        assertThat(outcome(new Handover.Rejected("SMTP 550"))).isEqualTo("93330af5-1667-32ce-af9b-f9d6e218b761");
        assertThat(outcome(new Handover.NotNow("SMTP 450"))).isEqualTo("ad930b38-de6a-348a-826f-53c4ce2f9923");
        assertThat(outcome(new Handover.Unknown("silence"))).isEqualTo("7cf342ce-56fe-3827-aa2e-c99ca930adee");
        var claim = new Claim(REMINDER, PATIENT, "clinic-1", 2, Instant.parse("2026-03-11T14:00:00Z"));
        assertThat(ReminderKey.expiryOf(claim)).hasToString("1710a067-b6cf-396a-bac9-85806a323ea0");
    }
}
