package io.upswing.deploy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Books at once whatever sessions a phase still plans. */
record SeriesDesk(Staff staff, LocalDate today, String run) {

    /** The dates of the sessions, in order. */
    List<LocalDate> book(Told told, Site site) {
        var begins = today.plusDays(Math.max(1, told.story().day1()));
        var key = run + "/" + told.story().person().name() + "/series";
        // Not before the service knows all that was recorded of the course
        staff.getAfter(told.position(), "front-desk", "/series/" + told.courseId());
        var wish = Map.of("from", begins, "siteId", site.id());
        var booked = staff.post("front-desk", "/series/" + told.courseId() + "/bookings", wish, key);
        return StreamSupport.stream(booked.json().path("appointments").spliterator(), false)
                .map(SeriesDesk::date)
                .sorted()
                .toList();
    }

    private static LocalDate date(JsonNode appointment) {
        return Instant.parse(appointment.path("start").asText())
                .atZone(ZoneId.of(Site.ZONE))
                .toLocalDate();
    }
}
