package io.upswing.deploy.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** A site of the clinic, with its chairs. */
record Site(UUID id, List<Chair> chairs) {
    static final String ZONE = "America/New_York";
    private static final Set<DayOfWeek> OPEN = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final int STAFFED_WEEKS = 13;

    /** Where patients of these routes sit. */
    record Chair(UUID id, List<String> routes) {}

    /** For all routes; nobody has said who is on duty there. On a second run over the same clinic it is the one of the first. */
    static Site riverside(Staff staff, String run) {
        var routes = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> number <= 3 ? List.of("IN") : List.of("IV", "IM"))
                .toList();
        return open(staff, run, "Riverside", "/site", routes);
    }

    /** Three chairs for nasal treatments: a nurse for three patients from Monday to Saturday, a prescriber on weekdays. */
    static Site hillside(Staff staff, String run, LocalDate today) {
        var site = open(staff, run, "Hillside", "/hillside", List.of(List.of("IN"), List.of("IN"), List.of("IN")));
        var roster = new Roster(staff, site.id(), run + "/hillside", today);
        OPEN.forEach(day -> roster.add(day, Map.of("role", "MONITOR", "name", "RN Pilar Quintero", "maxPatients", 3)));
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                .forEach(day -> roster.add(day, Map.of("role", "PRESCRIBER", "name", Intake.PRESCRIBER)));
        return site;
    }

    private static Site open(Staff staff, String run, String name, String key, List<List<String>> routes) {
        var hours = OPEN.stream()
                .map(day -> Map.of("day", day.name(), "opens", OPENS.toString(), "closes", CLOSES.toString()))
                .toList();
        var body = Map.of("name", name, "timeZone", ZONE, "hours", hours, "certifiedRems", true);
        var id = staff.post("manager", "/sites", body, run + key).id("siteId");
        var chairs = new ArrayList<Chair>();
        for (var number = 1; number <= routes.size(); number++) {
            chairs.add(chair(staff, run + key, id, number, routes.get(number - 1)));
        }
        return new Site(id, List.copyOf(chairs));
    }

    private static Chair chair(Staff staff, String key, UUID site, int number, List<String> routes) {
        var body = Map.of("name", "Chair " + number, "routes", routes);
        var answer = staff.post("manager", "/sites/" + site + "/chairs", body, key + "/chair-" + number);
        return new Chair(answer.id("chairId"), routes);
    }

    /** Who is on duty whenever the site is open on a day of the week. */
    private record Roster(Staff staff, UUID site, String key, LocalDate today) {
        void add(DayOfWeek day, Map<String, Object> who) {
            var date = today.with(TemporalAdjusters.nextOrSame(day));
            var shift = new LinkedHashMap<>(who);
            shift.put("staffId", who.get("name"));
            shift.put("from", at(date, OPENS));
            shift.put("to", at(date, CLOSES));
            shift.put("weeklyUntil", today.plusWeeks(STAFFED_WEEKS));
            staff.post("manager", "/sites/" + site + "/shifts", shift, key + "/" + who.get("role") + "/" + day);
        }

        private static String at(LocalDate date, LocalTime time) {
            return date.atTime(time).atZone(ZoneId.of(ZONE)).toInstant().toString();
        }
    }
}
