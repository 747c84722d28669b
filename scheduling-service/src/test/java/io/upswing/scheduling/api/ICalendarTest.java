package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.api.ICalendar.Event;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class ICalendarTest {
    private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
    private static final UUID ID = new UUID(0, 7);

    @Test
    void times_are_in_utc_on_both_sides_of_a_clock_change() {
        var text = ICalendar.of(
                "Riverside",
                List.of(
                        at("2026-03-07T09:00:00-05:00", "2026-03-07T09:30:00-05:00"),
                        at("2026-03-09T09:00:00-04:00", "2026-03-09T09:30:00-04:00")),
                NOW);

        assertThat(text)
                .contains("DTSTART:20260307T140000Z\r\n", "DTEND:20260307T143000Z\r\n")
                .contains("DTSTART:20260309T130000Z\r\n", "DTEND:20260309T133000Z\r\n");
    }

    @Test
    void another_program_reads_what_was_meant() {
        var title = "Appointment, room 3; upstairs \\ left\nsecond line, und weiter im ersten Stock über den Flur 🪑 "
                .repeat(3);
        var text = ICalendar.of(
                "Riverside, New York",
                List.of(new Event(ID.toString(), NOW, NOW.plusSeconds(1800), title.strip(), "Riverside; 2nd floor")),
                NOW);

        var event = events(text).getFirst();

        assertThat(value(event, Property.SUMMARY)).isEqualTo(title.strip());
        assertThat(value(event, Property.LOCATION)).isEqualTo("Riverside; 2nd floor");
        assertThat(value(event, Property.UID)).isEqualTo(ID + "@upswing");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20260302T150000Z");
        assertThat(text.lines().map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(length -> length <= 75);
    }

    @Test
    void one_without_events_is_one_too() {
        assertThat(events(ICalendar.of("Riverside", List.of(), NOW))).isEmpty();
    }

    static List<VEvent> events(String text) {
        return parsed(text).getComponents(Component.VEVENT);
    }

    static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElse("");
    }

    private static Calendar parsed(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private static Event at(String start, String end) {
        return Event.of(ID, Instant.parse(start), Instant.parse(end), "Appointment");
    }
}
