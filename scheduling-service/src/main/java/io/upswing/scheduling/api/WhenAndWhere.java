package io.upswing.scheduling.api;

import io.upswing.links.Words;
import io.upswing.scheduling.view.LinkedAppointment;
import io.upswing.scheduling.view.LinkedAppointment.LinkedPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;

/** What a page says of when and where something is, in its language and in the time of the site. */
final class WhenAndWhere {
    private WhenAndWhere() {}

    static Map<String, Object> of(Words words, LinkedAppointment appointment) {
        return of(words, appointment.place(), appointment.start());
    }

    static Map<String, Object> of(Words words, LinkedPlace place, Instant start) {
        var facts = new HashMap<String, Object>();
        facts.put("date", date(words, start.atZone(place.zone()).toLocalDate()));
        facts.put("time", time(words, place.zone(), start));
        facts.put("place", place.name());
        facts.put("seen", start.toString());
        return facts;
    }

    static String when(Words words, ZoneId zone, Instant at) {
        return date(words, at.atZone(zone).toLocalDate()) + ", " + time(words, zone, at);
    }

    static String date(Words words, LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .localizedBy(words.language().locale())
                .format(date);
    }

    static String time(Words words, ZoneId zone, Instant at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .localizedBy(words.language().locale())
                .format(at.atZone(zone));
    }
}
