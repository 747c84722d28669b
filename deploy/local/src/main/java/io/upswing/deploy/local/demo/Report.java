package io.upswing.deploy.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Smtp;
import io.upswing.deploy.embedded.Wait;
import io.upswing.deploy.local.LocalSystem;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What staff and patients see once the demo is told. */
final class Report {
    private static final String ROW = "%-22s %-18s %-13s %-22s %s%n";

    private final Staff staff;
    private final Smtp mail;
    private final Map<UUID, Told> told;
    private final Instant since;
    private final PrintStream out;

    Report(Staff staff, Smtp mail, List<Told> told, Instant since, PrintStream out) {
        this.staff = staff;
        this.mail = mail;
        this.told = told.stream().collect(Collectors.toMap(Told::courseId, Function.identity()));
        this.since = since;
        this.out = out;
    }

    void callList() {
        told.values().forEach(each -> staff.getAfter(each.position(), "front-desk", "/series/" + each.courseId()));
        out.printf(ROW, "CALL LIST", "protocol", "state", "due", "why");
        for (var page = 0; ; page++) {
            var due = staff.get("front-desk", "/due?size=200&page=" + page);
            due.path("items").forEach(this::line);
            if ((page + 1) * 200 >= due.path("total").asInt()) {
                break;
            }
        }
        out.println();
    }

    private void line(JsonNode item) {
        var course = told.get(UUID.fromString(item.path("courseId").asText()));
        if (course != null) {
            var standing = item.path("standing");
            out.printf(
                    ROW,
                    course.story().person().name(),
                    course.story().plan().protocolId(),
                    item.path("state").asText(),
                    item.path("kind").asText() + " " + item.path("on").asText(),
                    standing);
        }
    }

    /** Those that are due at once have gone when none has come for a while. */
    void mails() {
        var settled = new Object() {
            int count = -1;
        };
        Wait.until(Duration.ofSeconds(5), () -> {
            var before = settled.count;
            settled.count = arrived().size();
            return before == settled.count;
        });
        var mails = arrived();
        out.println("MAIL SENT: " + mails.size());
        mails.forEach(each -> out.printf("%-38s %s%n", each.to(), each.subject()));
        out.println();
    }

    private List<Mail> arrived() {
        return told.values().stream()
                .flatMap(each -> each.story().person().address().stream())
                .flatMap(address -> mail.mails(address).stream())
                .filter(each -> !each.at().isBefore(since))
                .sorted(Comparator.comparing(Mail::at))
                .toList();
    }

    void where(LocalSystem system, String clinicId) {
        system.addresses().forEach((name, address) -> out.printf("%-22s %s/q/swagger-ui%n", name, address));
        out.printf("%-22s http://localhost:%d%n", "mail", mail.pagePort());
        out.println("./clinic token nurse --clinic " + clinicId + " prints a token for this clinic.");
    }
}
