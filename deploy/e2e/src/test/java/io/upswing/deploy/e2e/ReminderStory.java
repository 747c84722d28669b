package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static io.upswing.deploy.e2e.Clinic.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Sms;
import io.upswing.deploy.embedded.Wait;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * A patient from a pending session to an overdue visit, with the messages that they get on the way. Processes know no time
 * but the machine's, so days pass as they do on paper: sessions are entered with their dates, and corrected to earlier ones.
 */
class ReminderStory {
    private static final String ADDRESS = "ada.reminded@example.org";
    private static final String NUMBER = "+12023000001";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Clinic clinic = Clinic.of("reminders");
    private final Daytime here = Daytime.somewhere();
    private final Sms provider = RunningSystem.get().textMessages();

    @Test
    void a_patient_is_told_from_a_pending_session_to_an_overdue_visit() {
        var began = System.nanoTime();
        provider.start();
        Adopted.by(clinic).withTextMessages().firstBy("SMS", "APPOINTMENT").adopt();
        var site = clinic.site(here.zone().getId());
        clinic.chair(site);
        var patient = patient();
        var course = course(patient, site);

        session(course, 15);
        var second = session(course, 8);
        var appointment = booksByLink(mail("Your next visit is not booked yet", 1), patient);
        confirmsByText(appointment);
        var third = comes(course, appointment);
        mail("How are you today?", 1);
        continues(course);
        becomesDue(second, third);
        mail("Your next visit is not booked yet", 2);
        becomesOverdue(third);
        mail("We have not heard from you", 1);
        isOnTheWorklist(patient);

        System.out.printf(
                "Reminders: %d text messages and the mails %s, in %.1f s%n",
                provider.messages(NUMBER).size(),
                mails().map(Mail::subject).toList(),
                (System.nanoTime() - began) / 1e9);
    }

    private UUID patient() {
        var granted = Stream.of("EMAIL", "SMS")
                .map(channel -> Map.of("channel", channel, "granted", true, "at", "2026-02-20T15:00:00Z"))
                .toList();
        var body = Map.of(
                "givenName",
                "Ada",
                "familyName",
                "Reminded",
                "birthDate",
                "1984-05-02",
                "timeZone",
                here.zone().getId(),
                "email",
                ADDRESS,
                "phone",
                NUMBER,
                "consents",
                granted);
        return created(clinic.api().post("front-desk", "/patients", body)).id("patientId");
    }

    /** Three infusions, one a week, and then one a week for as long as it helps: the shortest way to maintenance. */
    private UUID course(UUID patient, UUID site) {
        var body = Map.of(
                "protocolId", "iv-racemic-series",
                "pattern", "acute-weekly",
                "siteId", site,
                "prescribedOn", here.today().minusDays(30),
                "prescriberId", "Dr. Example",
                "indication", "TRD");
        return created(clinic.api().post("prescriber", "/patients/" + patient + "/courses", body))
                .id("courseId");
    }

    private UUID session(UUID course, int daysAgo) {
        return clinic.administration(course, here.today().minusDays(daysAgo)).id("sessionId");
    }

    /** Opening the link books nothing: scanners of mail open it too. */
    private UUID booksByLink(Mail mail, UUID patient) {
        var link = PatientPages.linkIn(mail.text());
        var starts = PatientPages.starts(PatientPages.open(link));
        assertThat(starts).isNotEmpty();
        assertThat(appointments(patient)).isEmpty();
        assertThat(PatientPages.book(link, starts.getLast())).contains("Your appointment is booked");
        assertThat(appointments(patient)).hasSize(1);
        return UUID.fromString(
                appointments(patient).getFirst().path("appointmentId").asText());
    }

    /** The provider has the reminder, says that it arrived, and brings the answer. */
    private void confirmsByText(UUID appointment) {
        Wait.orFail(SOON, "a text message", () -> !provider.messages(NUMBER).isEmpty());
        var text = provider.messages(NUMBER).getFirst();
        assertThat(text.body()).contains("Your appointment", "/p/").doesNotContainIgnoringCase("ketamine");
        Wait.orFail(SOON, "its receipt", () -> !reminders("DELIVERED").isEmpty());
        var answer = Map.of("from", NUMBER, "to", text.from(), "text", "Yes", "providerId", "SM-yes-" + appointment);
        created(clinic.api().post("front-desk", "/inbound/sms", answer));
        Wait.orFail(SOON, "the confirmation", () -> state(appointment).equals("CONFIRMED"));
    }

    /** The time that was booked has not come yet, so the session is yesterday's, and the time is given back. */
    private UUID comes(UUID course, UUID appointment) {
        var session = session(course, 1);
        var back = Map.of("by", "PATIENT", "reason", "Came yesterday");
        created(clinic.api().post("front-desk", "/appointments/" + appointment + "/cancel", back));
        return session;
    }

    private void continues(UUID course) {
        var decision = Map.of(
                "outcome", "CONTINUE", "on", here.today().minusDays(1), "decidedBy", "Dr. Example", "intervalDays", 7);
        created(clinic.api().post("prescriber", "/courses/" + course + "/benefit-decisions", decision));
    }

    /** A week after the last session; due at this hour, for what is sent late is sent once and not once for each step. */
    private void becomesDue(UUID second, UUID third) {
        Adopted.by(clinic).at(nowAt(0), "MAINTENANCE", "due-on").adopt();
        was(second, 18);
        was(third, 7);
    }

    /** Four days later, the last of them being yesterday. */
    private void becomesOverdue(UUID third) {
        Adopted.by(clinic).at(nowAt(1), "MAINTENANCE", "overdue").adopt();
        was(third, 11);
    }

    private void was(UUID session, int daysAgo) {
        var correction = Map.of("on", here.today().minusDays(daysAgo), "reason", "The paper says so");
        created(clinic.api().post("nurse", "/sessions/" + session + "/corrections", correction));
    }

    private LocalTime nowAt(int seconds) {
        return LocalTime.now(here.zone()).truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    }

    private void isOnTheWorklist(UUID patient) {
        Wait.orFail(
                SOON,
                "the overdue visit on the worklist",
                () -> items("/worklist?kind=UNANSWERED&size=200")
                        .anyMatch(item -> item.path("patientId").asText().equals(patient.toString())
                                && item.at("/reminder/step").asText().equals("overdue")
                                && item.at("/reminder/restsOn/kind").asText().equals("MAINTENANCE")));
        assertThat(provider.messages(NUMBER)).hasSize(1);
    }

    /** So many of a subject, and no more of it. */
    private Mail mail(String subject, int count) {
        Wait.orFail(SOON, subject, () -> withSubject(subject).size() >= count);
        assertThat(withSubject(subject)).hasSize(count);
        assertThat(mails()).extracting(Mail::text).noneMatch(text -> text.contains("ketamine"));
        return withSubject(subject).getLast();
    }

    private List<Mail> withSubject(String subject) {
        return mails().filter(mail -> mail.subject().equals(subject)).toList();
    }

    private static Stream<Mail> mails() {
        return RunningSystem.get().mail().mails(ADDRESS).stream();
    }

    private List<JsonNode> reminders(String state) {
        return items("/reminders?size=200&state=" + state).toList();
    }

    private List<JsonNode> appointments(UUID patient) {
        return items("/appointments?patientId=" + patient).toList();
    }

    private String state(UUID appointment) {
        return ok(clinic.api().get("front-desk", "/appointments/" + appointment))
                .json()
                .path("state")
                .asText();
    }

    private Stream<JsonNode> items(String path) {
        var page = ok(clinic.api().get("front-desk", path)).json();
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }
}
