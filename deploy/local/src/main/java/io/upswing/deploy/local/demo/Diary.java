package io.upswing.deploy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.local.demo.Site.Chair;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Books the next sessions, one after the other, each on a chair and at a time that nobody has been given yet. */
final class Diary {
    private static final List<LocalTime> STARTS =
            List.of(LocalTime.of(8, 0), LocalTime.of(11, 15), LocalTime.of(14, 30));

    private record Place(LocalDate date, Chair chair, LocalTime time) {}

    private final Staff staff;
    private final Site site;
    private final LocalDate today;
    private final String run;
    private final Set<Place> given = new HashSet<>();

    Diary(Staff staff, Site site, LocalDate today, String run) {
        this.staff = staff;
        this.site = site;
        this.today = today;
        this.run = run;
    }

    void book(Told told) {
        var key = run + "/" + told.story().person().name() + "/booking";
        var standing = staff.getAfter(told.position(), "front-desk", "/series/" + told.courseId());
        var place = free(told, date(standing.path("next")));
        var id = book(told, place, key);
        switch (told.story().booking()) {
            case NONE, BOOKED, SERIES -> {}
            case CONFIRMED -> act(id, "confirm", Map.of(), key);
            case MOVED -> act(id, "move", where(free(told, place.date())), key);
            case CANCELLED -> act(id, "cancel", Map.of("by", "PATIENT", "reason", "No ride that day"), key);
        }
    }

    private UUID book(Told told, Place place, String key) {
        var body = new LinkedHashMap<String, Object>(where(place));
        body.put("patientId", told.patientId());
        body.put("courseId", told.courseId());
        body.put("siteId", site.id());
        body.put("kind", "TREATMENT");
        return staff.post("front-desk", "/appointments", body, key).id("appointmentId");
    }

    private void act(UUID appointment, String what, Map<String, Object> body, String key) {
        staff.post("front-desk", "/appointments/" + appointment + "/" + what, body, key + "/" + what);
    }

    private static Map<String, Object> where(Place place) {
        var start =
                place.date().atTime(place.time()).atZone(ZoneId.of(Site.ZONE)).toInstant();
        return Map.of("start", start.toString(), "chairId", place.chair().id());
    }

    /** The first day of the target that is still to come and on which the clinic is open. */
    private LocalDate date(JsonNode next) {
        var target = LocalDate.parse(next.path("targetFrom").asText());
        var tomorrow = today.plusDays(1);
        var date = target.isBefore(tomorrow) ? tomorrow : target;
        return Calendar.open(date).equals(date) ? date : date.plusDays(1);
    }

    private Place free(Told told, LocalDate date) {
        var route = told.story().plan().route();
        return site.chairs().stream()
                .filter(chair -> chair.routes().contains(route))
                .flatMap(chair -> STARTS.stream().map(time -> new Place(date, chair, time)))
                .filter(given::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No chair is left on " + date));
    }
}
