package io.upswing.deploy.local.demo;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The one site of the clinic, with its chairs. */
record Site(UUID id, List<Chair> chairs) {
    static final String ZONE = "America/New_York";

    /** Where patients of these routes sit. */
    record Chair(UUID id, List<String> routes) {}

    /** Opens the site; on a second run over the same clinic it is the one of the first. */
    static Site open(Staff staff, String run) {
        var hours = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY).stream()
                .map(day -> Map.of("day", day.name(), "opens", "08:00", "closes", "18:00"))
                .toList();
        var body = Map.of("name", "Riverside", "timeZone", ZONE, "hours", hours, "certifiedRems", true);
        var id = staff.post("manager", "/sites", body, run + "/site").id("siteId");
        var chairs = new ArrayList<Chair>();
        for (var number = 1; number <= 6; number++) {
            chairs.add(chair(staff, run, id, number, number <= 3 ? List.of("IN") : List.of("IV", "IM")));
        }
        return new Site(id, List.copyOf(chairs));
    }

    private static Chair chair(Staff staff, String run, UUID site, int number, List<String> routes) {
        var body = Map.of("name", "Chair " + number, "routes", routes);
        var answer = staff.post("manager", "/sites/" + site + "/chairs", body, run + "/chair-" + number);
        return new Chair(answer.id("chairId"), routes);
    }
}
