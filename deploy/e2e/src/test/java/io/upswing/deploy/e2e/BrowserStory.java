package io.upswing.deploy.e2e;

import static io.upswing.deploy.e2e.Clinic.created;
import static io.upswing.deploy.e2e.Clinic.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.deploy.embedded.Mail;
import io.upswing.deploy.embedded.Wait;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a patient does by the links in real mails, in a real browser on a telephone, without pointing at anything. */
@Tag("browser")
class BrowserStory {
    private static final String ADDRESS = "ada.browsing@example.org";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Clinic clinic = Clinic.of("browser");
    private final Daytime here = Daytime.somewhere();

    @Test
    void a_patient_does_everything_by_the_links_in_their_mails() {
        var began = System.nanoTime();
        try (var phone = Phone.start()) {
            Adopted.by(clinic).withTextMessages().firstBy("EMAIL", "OFFER").adopt();
            var site = clinic.site(here.zone().getId());
            clinic.chair(site);
            var patient = patient();
            var course = clinic.course(patient, site, here.today());
            var appointment = appointment(patient, course, site, "09:00");
            var told = mail("Your appointment on");
            var asked = mail("A few questions before your visit");
            var another = clinic.patient("Somebody");
            var freed = appointment(another, clinic.course(another, site, here.today()), site, "13:00");

            looksAtConfirmsMovesAndCancels(phone, PatientPages.linkIn(told.text()), appointment);
            answers(phone, PatientPages.linkIn(asked.text(), "questionnaires"), patient);
            takesAnOffer(phone, patient, course, freed);
            saysHowToBeWrittenTo(phone, PatientPages.linkIn(told.text(), "preferences"));
        }
        System.out.printf("Pages: in %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    private void looksAtConfirmsMovesAndCancels(Phone phone, URI link, UUID appointment) {
        phone.open(link);
        PageCheck.of(phone, "appointment");
        phone.open(link);
        assertThat(appointment(appointment).path("state").asText()).isEqualTo("BOOKED");
        moves(phone, appointment);

        phone.open(link);
        phone.enter("Cancel the appointment");
        PageCheck.of(phone, "cancel");
        var cancel = phone.at();

        phone.open(link);
        phone.enter("I will come");
        PageCheck.of(phone, "confirmed");
        assertThat(appointment(appointment).path("state").asText()).isEqualTo("CONFIRMED");
        phone.open(link);
        assertThat(phone.title()).isEqualTo("You have used this link already");

        phone.open(cancel);
        phone.enter("Yes, cancel it");
        assertThat(phone.title()).isEqualTo("Your appointment is cancelled");
        assertThat(appointment(appointment).path("state").asText()).isEqualTo("CANCELLED");
    }

    private void moves(Phone phone, UUID appointment) {
        var before = appointment(appointment).path("start").asText();
        phone.enter("Choose another time");
        PageCheck.of(phone, "move");
        phone.choose("start", 2);
        phone.enter("Take this time");
        assertThat(phone.title()).isEqualTo("Your appointment has been moved");
        assertThat(appointment(appointment).path("start").asText()).isNotEqualTo(before);
    }

    /** All of them with the answer after the first: the ninth too, to which the page has something to say. */
    private void answers(Phone phone, URI link, UUID patient) {
        phone.open(link);
        PageCheck.of(phone, "questions");
        phone.open(link);
        assertThat(measures(patient)).isEmpty();
        for (int question = 1; question <= 9; question++) {
            phone.choose("q" + question, 1);
        }
        phone.enter("Send my answers");
        PageCheck.of(phone, "questions-help");
        assertThat(phone.text()).contains("You do not have to be alone with that", "911", "988");
        assertThat(measures(patient)).hasSize(1);
        assertThat(measures(patient).getFirst().path("score").asInt()).isEqualTo(9);
    }

    private void takesAnOffer(Phone phone, UUID patient, UUID course, UUID freed) {
        created(clinic.api().post("front-desk", "/waitlist", Map.of("patientId", patient, "courseId", course)));
        var given = appointment(freed).path("start").asText();
        var back = Map.of("by", "PATIENT", "reason", "A cold");
        created(clinic.api().post("front-desk", "/appointments/" + freed + "/cancel", back));
        var link = PatientPages.linkIn(mail("An earlier time for you").text());

        phone.open(link);
        PageCheck.of(phone, "offer");
        phone.open(link);
        assertThat(booked(patient)).isEmpty();
        phone.enter("Yes, I take it");
        PageCheck.of(phone, "taken");
        assertThat(phone.title()).isEqualTo("Your appointment is booked");
        assertThat(booked(patient)).containsExactly(given);
        phone.open(link);
        assertThat(phone.title()).isEqualTo("You have used this link already");
    }

    private void saysHowToBeWrittenTo(Phone phone, URI link) {
        phone.open(link);
        PageCheck.of(phone, "preferences");
        phone.choose("first", 1);
        phone.enter("Save");
        assertThat(phone.title()).isEqualTo("Thank you");
        phone.open(link);
        assertThat(phone.title()).isEqualTo("You have used this link already");
    }

    private UUID patient() {
        var body = new LinkedHashMap<>(
                Clinic.patientRequest("Browsing", here.zone().getId(), ADDRESS));
        body.put("phone", "+12023000002");
        return created(clinic.api().post("front-desk", "/patients", body)).id("patientId");
    }

    /** Tomorrow: about that a patient is written to at once. */
    private UUID appointment(UUID patient, UUID course, UUID site, String time) {
        var start = here.today().plusDays(1).atTime(LocalTime.parse(time)).atZone(here.zone());
        var body = Map.of(
                "patientId", patient,
                "courseId", course,
                "siteId", site,
                "kind", "TREATMENT",
                "start", start.toInstant());
        return created(clinic.api().post("front-desk", "/appointments", body)).id("appointmentId");
    }

    private JsonNode appointment(UUID appointment) {
        return ok(clinic.api().get("front-desk", "/appointments/" + appointment))
                .json();
    }

    private List<String> booked(UUID patient) {
        return items("/appointments?patientId=" + patient)
                .filter(each -> each.path("state").asText().equals("BOOKED"))
                .map(each -> each.path("start").asText())
                .toList();
    }

    private List<JsonNode> measures(UUID patient) {
        return items("/patients/" + patient + "/measures").toList();
    }

    private Stream<JsonNode> items(String path) {
        var page = ok(clinic.api().get("front-desk", path)).json();
        return StreamSupport.stream(page.path("items").spliterator(), false);
    }

    private static Mail mail(String subject) {
        Wait.orFail(SOON, subject, () -> received(subject).isPresent());
        return received(subject).orElseThrow();
    }

    private static Optional<Mail> received(String subject) {
        return RunningSystem.get().mail().mails(ADDRESS).stream()
                .filter(mail -> mail.subject().startsWith(subject))
                .findFirst();
    }
}
