package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarLinksTest {
    private static final UUID CALENDAR = new UUID(11, 7);

    private final CalendarLinks links = links("a key of at least thirty-two characters", null);

    @Test
    void a_secret_opens_the_calendar_for_which_it_was_made_and_is_always_the_same() {
        assertThat(links.calendarOf(links.secretOf(CALENDAR))).contains(CALENDAR);
        assertThat(links.secretOf(CALENDAR)).isEqualTo(links.secretOf(CALENDAR)).hasSize(64);
    }

    @Test
    void no_other_text_opens_it() {
        var secret = links.secretOf(CALENDAR);
        var others = links("another key of more than thirty-two characters", null);

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

    @Test
    void it_is_read_where_operators_say_and_otherwise_where_it_was_asked_for() {
        var path = "calendars/" + links.secretOf(CALENDAR) + ".ics";
        var asked = URI.create("http://localhost:8082/");
        var key = "a key of at least thirty-two characters";

        assertThat(links.url(CALENDAR, asked)).isEqualTo("http://localhost:8082/" + path);
        assertThat(links(key, "https://clinic.example.org").url(CALENDAR, asked))
                .isEqualTo("https://clinic.example.org/" + path);
        assertThat(links(key, "https://example.org/clinic/").url(CALENDAR, asked))
                .isEqualTo("https://example.org/clinic/" + path);
    }

    private record Config(String key, Optional<URI> baseUrl) implements LinksConfig {}

    private static CalendarLinks links(String key, @Nullable String baseUrl) {
        return new CalendarLinks(new Config(key, Optional.ofNullable(baseUrl).map(URI::create)));
    }
}
