package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarLinksTest {
    private static final UUID CALENDAR = new UUID(11, 7);

    private final CalendarLinks links = new CalendarLinks(() -> "a key of at least thirty-two characters");

    @Test
    void a_secret_opens_the_calendar_for_which_it_was_made_and_is_always_the_same() {
        assertThat(links.calendarOf(links.secretOf(CALENDAR))).contains(CALENDAR);
        assertThat(links.secretOf(CALENDAR)).isEqualTo(links.secretOf(CALENDAR)).hasSize(64);
    }

    @Test
    void no_other_text_opens_it() {
        var secret = links.secretOf(CALENDAR);
        var others = new CalendarLinks(() -> "another key of more than thirty-two characters");

        for (int i = 0; i < secret.length(); i++) {
            var changed = secret.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(links.calendarOf(secret.substring(0, i) + changed + secret.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(links.calendarOf(secret.substring(1))).isEmpty();
        assertThat(links.calendarOf(secret + "AAAA")).isEmpty();
        assertThat(links.calendarOf("")).isEmpty();
        assertThat(links.calendarOf("not base64!")).isEmpty();
        assertThat(links.calendarOf(CALENDAR.toString())).isEmpty();
        assertThat(others.calendarOf(secret)).isEmpty();
    }
}
