package io.upswing.scheduling.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A calendar as text, by RFC 5545. Times are in UTC, so that no clock change is left for the reader to work out. */
final class ICalendar {
    static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

    /** Of a line, its end not counted (RFC 5545, 3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** {@code id}: the same whenever the event is told, so that a reader knows it again. */
    record Event(
            String id,
            Instant start,
            Instant end,
            String title,
            @Nullable String place) {
        static Event of(UUID id, Instant start, Instant end, String title) {
            return new Event(id.toString(), start, end, title, null);
        }
    }

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    /** {@code now}: when it is made. */
    static String of(String name, List<Event> events, Instant now) {
        var calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Upswing//Calendar//EN");
        calendar.line("X-WR-CALNAME:" + escaped(name));
        events.forEach(event -> calendar.event(event, now));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Event event, Instant now) {
        line("BEGIN:VEVENT");
        line("UID:" + event.id() + "@upswing");
        line("DTSTAMP:" + TIME.format(now));
        line("DTSTART:" + TIME.format(event.start()));
        line("DTEND:" + TIME.format(event.end()));
        line("SUMMARY:" + escaped(event.title()));
        if (event.place() != null) {
            line("LOCATION:" + escaped(event.place()));
        }
        line("END:VEVENT");
    }

    /** Folded so that no line is too long and no character is torn apart. */
    private void line(String content) {
        var length = 0;
        for (var character : content.codePoints().toArray()) {
            var piece = Character.toString(character);
            var bytes = piece.getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                text.append("\r\n ");
                length = 1;
            }
            text.append(piece);
            length += bytes;
        }
        text.append("\r\n");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
