package io.upswing.deploy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The call list as staff read it, each line with the reason that the course's standing gives. */
final class CallList {
    private static final int PAGE = 200;
    private static final String ROW = "%-20s %-18s %-13s %-31s %s%n";

    private final Staff staff;
    private final Map<UUID, Course> courses = new HashMap<>();

    /** A course with its standing, read after its last record, so that the list holds all that was told. */
    private record Course(Story story, JsonNode standing) {}

    private record Line(Course course, JsonNode item) {
        boolean liesAhead() {
            return item.path("state").asText().equals("UPCOMING");
        }
    }

    CallList(Staff staff, List<Told> told) {
        this.staff = staff;
        told.forEach(each -> {
            var standing = staff.getAfter(each.position(), "front-desk", "/series/" + each.courseId());
            courses.put(each.courseId(), new Course(each.story(), standing));
        });
    }

    void print(PrintStream out) {
        var lines = items().stream().flatMap(this::line).toList();
        out.printf(ROW, "WHO", "PROTOCOL", "STATE", "DUE", "WHY");
        lines.stream().filter(line -> !line.liesAhead()).forEach(line -> print(line, out));
        out.printf(
                "and %d more that lie ahead.%n%n",
                lines.stream().filter(Line::liesAhead).count());
    }

    private List<JsonNode> items() {
        var items = new ArrayList<JsonNode>();
        int total;
        do {
            var page = staff.get("front-desk", "/due?size=" + PAGE + "&page=" + items.size() / PAGE);
            page.path("items").forEach(items::add);
            total = page.path("total").asInt();
        } while (items.size() < total && items.size() % PAGE == 0);
        return items;
    }

    /** None for a course of an earlier run over the same clinic. */
    private Stream<Line> line(JsonNode item) {
        return Optional.ofNullable(
                        courses.get(UUID.fromString(item.path("courseId").asText())))
                .stream()
                .map(course -> new Line(course, item));
    }

    private static void print(Line line, PrintStream out) {
        var story = line.course().story();
        var item = line.item();
        out.printf(
                ROW,
                story.person().name(),
                story.plan().protocolId(),
                line.course().standing().path("state").asText(),
                Stream.of("kind", "on", "state")
                        .map(field -> item.path(field).asText())
                        .collect(Collectors.joining(" ")),
                why(item, line.course().standing()));
    }

    /**
     * For a session why the course stands where it does, the first that R14 says: it says more than where the window comes
     * from.
     */
    private static String why(JsonNode item, JsonNode standing) {
        return switch (item.path("kind").asText()) {
            case "SESSION", "MAINTENANCE" ->
                reasons(standing.path("because"), "R14").findFirst().orElse("");
            case String kind ->
                each(standing.path("dueItems"))
                        .filter(due -> due.path("kind").asText().equals(kind)
                                && due.path("on").equals(item.path("on")))
                        .flatMap(due -> each(due.path("because"))
                                .map(reason -> reason.path("text").asText()))
                        .findFirst()
                        .orElse("");
        };
    }

    private static Stream<String> reasons(JsonNode because, String rule) {
        return each(because)
                .filter(reason -> reason.path("rule").asText().equals(rule))
                .map(reason -> reason.path("text").asText());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
