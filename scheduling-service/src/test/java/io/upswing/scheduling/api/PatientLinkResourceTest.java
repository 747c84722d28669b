package io.upswing.scheduling.api;

import static io.upswing.scheduling.ClinicFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventLog;
import io.upswing.links.Language;
import io.upswing.links.PatientBrowser;
import io.upswing.links.PatientBrowser.Page;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.links.WordsContract;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.events.SchedulingEvent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class PatientLinkResourceTest {
    private static final String WEDNESDAY = "2026-03-04T09:00:00-05:00";
    private static final Instant START = Instant.parse("2026-03-04T14:00:00Z");

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    @Inject
    PatientLinks links;

    @Inject
    EventLog<SchedulingEvent> log;

    @TestHTTPResource
    URI base;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private UUID site = UUID.randomUUID();
    private UUID patient = UUID.randomUUID();
    private UUID course = UUID.randomUUID();
    private UUID appointment = UUID.randomUUID();

    @BeforeEach
    void a_treatment_on_wednesday() {
        clock.set(TestClock.MONDAY);
        site = clinic.site();
        clinic.chair(site, "nasal", "IN");
        patient = clinic.patient();
        course = clinic.prescribe(sessions, patient, site, LocalDate.of(2026, 3, 2));
        appointment = id(clinic.treat(patient, course, site, WEDNESDAY), "appointmentId");
    }

    @Test
    void opening_shows_when_and_where_and_how_to_prepare_and_changes_nothing() {
        var page = open(Purpose.CONFIRM);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Wednesday, March 4, 2026", "9:00", "Riverside", "2 hours", "take you home", "I will come")
                .doesNotContainIgnoringCase("ketamine")
                .doesNotContain("Ama", "Owusu");
        open(Purpose.CONFIRM);
        open(Purpose.MOVE);
        open(Purpose.CANCEL);
        state("BOOKED");
        assertThat(actors()).containsExactly("front-desk-1", "front-desk-1");
    }

    @Test
    void a_confirmation_is_the_patients_and_counts_once() {
        var page = open(Purpose.CONFIRM);

        assertThat(browser().send(page, Map.of()).text()).contains("You have confirmed your appointment.");
        state("CONFIRMED");
        var again = browser().send(page, Map.of());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("You have used this link already");
        var confirmed = open(Purpose.CONFIRM);
        assertThat(confirmed.text()).contains("You have used this link already", "You have confirmed");
        assertThat(confirmed.document().select("form")).isEmpty();
        assertThat(confirmed.document().select("a").eachText())
                .containsExactly("Choose another time", "Cancel the appointment");
        assertThat(actors()).containsExactly("front-desk-1", "front-desk-1", "patient");
    }

    @Test
    void cancelling_asks_first() {
        var page = browser().follow(open(Purpose.CONFIRM), "Cancel the appointment");

        assertThat(page.title()).isEqualTo("Cancel this appointment?");
        state("BOOKED");
        assertThat(browser().send(page, Map.of()).text()).contains("Your appointment is cancelled");
        clinic.as("auditor")
                .get("/appointments/" + appointment)
                .then()
                .body("state", equalTo("CANCELLED"))
                .body("cancelledBy", equalTo("PATIENT"));
        assertThat(browser().send(page, Map.of()).text()).contains("The appointment at this time is cancelled");
        assertThat(open(Purpose.CONFIRM).status()).isEqualTo(410);
        assertThat(open(Purpose.MOVE).status()).isEqualTo(410);
    }

    @Test
    void another_time_is_chosen_among_those_that_the_course_allows() {
        var page = browser().follow(open(Purpose.CONFIRM), "Choose another time");
        var starts = page.document().select("input[name=start]").eachAttr("value");

        assertThat(starts)
                .hasSizeGreaterThan(3)
                .doesNotContain(START.toString())
                .isSorted();
        assertThat(browser().send(page, Map.of()).text()).contains("Please choose one of the times.");
        var moved = browser().send(page, Map.of("start", starts.get(2)));
        assertThat(moved.text()).contains("Your appointment has been moved");
        clinic.as("auditor").get("/appointments/" + appointment).then().body("start", equalTo(starts.get(2)));
        assertThat(browser().send(page, Map.of("start", starts.get(1))).text())
                .contains("You have used this link already");
        clinic.as("auditor").get("/appointments/" + appointment).then().body("start", equalTo(starts.get(2)));
    }

    @Test
    void what_was_taken_meanwhile_or_never_offered_is_not_given() {
        var page = open(Purpose.MOVE);
        var start = page.document().select("input[name=start]").getFirst().attr("value");
        var other = clinic.patient();
        var theirs = clinic.prescribe(sessions, other, site, LocalDate.of(2026, 3, 2));
        clinic.treat(other, theirs, site, start).then().statusCode(201);

        var refused = browser().send(page, Map.of("start", start));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("That time is not free any more.");
        assertThat(refused.document().select("input[name=start]").eachAttr("value"))
                .doesNotContain(start);
        var action = page.document().selectFirst("form").attr("action");
        for (var odd : List.of("2026-03-04T03:00:00Z", "2020-01-01T14:00:00Z", "tomorrow", "")) {
            assertThat(browser().send(action, List.of(Map.entry("start", odd))).status())
                    .isEqualTo(409);
        }
        state("BOOKED");
    }

    @Test
    void what_was_moved_meanwhile_is_not_confirmed_unseen() {
        var confirm = open(Purpose.CONFIRM);
        var cancel = open(Purpose.CANCEL);
        clinic.as("front-desk")
                .body("{\"start\":\"2026-03-04T13:00:00-05:00\"}")
                .post("/appointments/" + appointment + "/move")
                .then()
                .statusCode(201);

        for (var page : List.of(confirm, cancel)) {
            var answer = browser().send(page, Map.of());
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("has been moved in the meantime", "1:00");
        }
        state("BOOKED");
        assertThat(browser().send(open(Purpose.CONFIRM), Map.of()).text()).contains("You have confirmed");
    }

    @Test
    void the_next_session_is_booked_once_by_however_many_messages() {
        var other = clinic.patient();
        var theirs = clinic.prescribe(sessions, other, site, LocalDate.of(2026, 3, 2));
        var first = link(Purpose.BOOK, UUID.randomUUID(), other, theirs, Language.EN);
        var second = link(Purpose.BOOK, UUID.randomUUID(), other, theirs, Language.EN);
        var one = browser().open(path(first));
        var two = browser().open(path(second));
        var starts = one.document().select("input[name=start]").eachAttr("value");

        assertThat(browser().send(one, Map.of("start", starts.get(0))).text()).contains("Your appointment is booked");
        var late = browser().send(two, Map.of("start", starts.get(starts.size() - 1)));
        assertThat(late.text()).contains("Your next appointment is booked already");
        clinic.as("auditor").get("/appointments?patientId=" + other).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_is_in_the_patients_language(Language language) {
        var link = link(Purpose.CONFIRM, UUID.randomUUID(), patient, appointment, language);

        var page = browser().open(path(link));

        assertThat(page.document().selectFirst("html").attr("lang")).isEqualTo(language.tag());
        WordsContract.check(AppointmentPages.class, "appointment");
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRM,cancel",
        "CONFIRM,move",
        "CONFIRM,book",
        "MOVE,confirm",
        "CANCEL,confirm",
        "BOOK,move",
        "CONFIRM,take",
        "BOOK,decline",
        "OFFER,confirm"
    })
    void a_link_is_good_for_one_thing(Purpose purpose, String act) {
        var token = links.tokenOf(link(purpose, UUID.randomUUID(), patient, appointment, Language.EN));

        var page = browser().send("/p/" + token + "/" + act, List.of(Map.entry("seen", START.toString())));

        assertThat(page.status()).isEqualTo(404);
        state("BOOKED");
    }

    @Test
    void forged_and_foreign_links_open_nothing_and_expired_ones_say_so() {
        assertThat(browser().open("/p/no-link-of-ours").status()).isEqualTo(404);
        var anothers = link(Purpose.CONFIRM, UUID.randomUUID(), clinic.patient(), appointment, Language.EN);
        assertThat(browser().open(path(anothers)).status()).isEqualTo(404);
        var preferences = link(Purpose.PREFERENCES, UUID.randomUUID(), patient, patient, Language.EN);
        assertThat(browser().open(path(preferences)).status()).isEqualTo(404);

        var link = link(Purpose.CONFIRM, UUID.randomUUID(), patient, appointment, Language.DE);
        clock.set(link.expires());
        var expired = browser().open(path(link));
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.title()).isEqualTo("Dieser Link gilt nicht mehr");
    }

    @Test
    void who_was_erased_has_no_links_any_more() {
        clinic.as("front-desk").delete("/patients/" + patient).then().statusCode(201);

        assertThat(open(Purpose.CONFIRM).status()).isEqualTo(404);
    }

    private final UUID message = UUID.randomUUID();

    private Page open(Purpose purpose) {
        return browser().open(path(link(purpose, message, patient, appointment, Language.EN)));
    }

    private PatientBrowser browser() {
        return new PatientBrowser(base);
    }

    private String path(PatientLink link) {
        return "/p/" + links.tokenOf(link);
    }

    private static PatientLink link(Purpose purpose, UUID id, UUID patientId, UUID subject, Language language) {
        return new PatientLink(id, purpose, language, patientId, subject, START);
    }

    /** Who did what is recorded of the patient. */
    private List<String> actors() {
        return log.history(clinic.clinic(), patient).stream()
                .map(recorded -> recorded.record().actor())
                .toList();
    }

    private void state(String state) {
        clinic.as("auditor").get("/appointments/" + appointment).then().body("state", equalTo(state));
    }
}
