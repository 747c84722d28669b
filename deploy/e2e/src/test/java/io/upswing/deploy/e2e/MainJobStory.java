package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static io.upswing.deploy.e2e.Clinic.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Wait;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A recorded session moves the due date, and the reminder goes out. */
class MainJobStory {
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LocalDate MARCH_5 = LocalDate.parse("2026-03-05");

    private final Clinic clinic = Clinic.of("main job");

    @Test
    void a_recorded_session_moves_the_due_date() {
        var site = clinic.site(Clinic.NEW_YORK);
        clinic.chair(site);
        var patient = clinic.patient("Muster");
        var course = clinic.course(patient, site, LocalDate.parse("2026-03-01"));
        clinic.administration(course, MARCH_2);
        var second = clinic.administration(course, MARCH_5);

        var standing = clinic.standing(second, course, MARCH_5);

        assertThat(standing.path("phase").asText()).isEqualTo("induction");
        assertThat(standing.path("given").asInt()).isEqualTo(2);
        assertThat(standing.path("planned").asInt()).isEqualTo(8);
        assertThat(standing.at("/next/earliest").asText()).isEqualTo("2026-03-09");
        assertThat(rules(standing)).contains("R10");

        var session = second.id("sessionId");
        correctedToMarch6(course, session);
        voided(course, session);
        history(course);
        System.out.println(
                "Main job: 2 of 8 given, next earliest 2026-03-09; corrected to 03-06: 03-09; voided: 03-04");
    }

    private void correctedToMarch6(UUID course, UUID session) {
        var request = Map.of("on", "2026-03-06", "reason", "The paper says Friday");
        var corrected = created(clinic.api().post("nurse", "/sessions/" + session + "/corrections", request));
        var standing = clinic.standing(corrected, course, LocalDate.parse("2026-03-06"));
        assertThat(standing.path("lastSession").asText()).isEqualTo("2026-03-06");
        assertThat(standing.at("/next/earliest").asText()).isEqualTo("2026-03-09");
    }

    private void voided(UUID course, UUID session) {
        var request = Map.of("reason", "Another patient's");
        var voided = created(clinic.api().post("nurse", "/sessions/" + session + "/void", request));
        var standing = clinic.standing(voided, course, LocalDate.parse("2026-03-06"));
        assertThat(standing.path("given").asInt()).isEqualTo(1);
        assertThat(standing.path("lastSession").asText()).isEqualTo("2026-03-02");
        assertThat(standing.at("/next/earliest").asText()).isEqualTo("2026-03-04");
    }

    private void history(UUID course) {
        var chart = ok(clinic.api().get("nurse", "/courses/" + course)).json();
        assertThat(chart.path("courseId").asText()).isEqualTo(course.toString());
        var history =
                ok(clinic.api().get("nurse", "/courses/" + course + "/history")).json();
        assertThat(history.path("items"))
                .extracting(item -> item.path("type").asText())
                .containsExactly(
                        "session.protocol-prescribed.v1",
                        "session.administration-recorded.v1",
                        "session.administration-recorded.v1",
                        "session.session-corrected.v1",
                        "session.session-voided.v1");
    }

    @Test
    void the_reminders_go_out_once_because_a_session_was_recorded() {
        var here = Daytime.somewhere();
        var site = clinic.site(here.zone().getId());
        var address = "ada.two-days-ago@example.org";
        var patient = clinic.patient("Twodays", here.zone().getId(), address);
        var course = clinic.course(patient, site, here.today().minusDays(6));
        assertThat(mails(address)).as("before the session nothing is due").isEmpty();

        var session = clinic.administration(course, here.today().minusDays(2));

        var standing = clinic.standing(session, course, here.today());
        assertThat(standing.path("dueItems"))
                .extracting(item ->
                        item.path("kind").asText() + " " + item.path("from").asText())
                .contains("SESSION " + here.today(), "CHECK_IN " + here.today().minusDays(1));
        Wait.orFail(
                Duration.ofSeconds(20), "both reminders", () -> mails(address).size() >= 2);
        Wait.orFail(
                Duration.ofSeconds(10),
                "their outcome in the log",
                () -> sent(patient).size() >= 2);
        assertThat(mails(address)).hasSize(2).extracting(Mail::subject).doesNotHaveDuplicates();
        assertThat(mails(address)).extracting(Mail::text).noneMatch(text -> text.contains("ketamine"));
        messagesShow(patient);
        System.out.println("Main job: a session of two days ago was entered, and wrote to its patient in " + here.zone()
                + ": " + mails(address).stream().map(Mail::subject).toList());
    }

    private void messagesShow(UUID patient) {
        var messages = ok(clinic.api().get("front-desk", "/messages?patientId=" + patient))
                .json();
        assertThat(messages.path("total").asInt()).isEqualTo(2);
    }

    private List<JsonNode> sent(UUID patient) {
        var reminders = ok(clinic.api().get("front-desk", "/reminders?patientId=" + patient + "&state=SENT"))
                .json();
        return StreamSupport.stream(reminders.path("items").spliterator(), false)
                .toList();
    }

    private static List<Mail> mails(String address) {
        return RunningSystem.get().mail().mails(address);
    }

    private static List<String> rules(JsonNode standing) {
        return StreamSupport.stream(standing.path("because").spliterator(), false)
                .map(because -> because.path("rule").asText())
                .toList();
    }
}
