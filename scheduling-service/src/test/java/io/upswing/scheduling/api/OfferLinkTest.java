package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.eventlog.EventLog;
import io.upswing.links.Language;
import io.upswing.links.PatientBrowser;
import io.upswing.links.PatientBrowser.Page;
import io.upswing.links.PatientLink;
import io.upswing.links.PatientLinks;
import io.upswing.links.Purpose;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.WaitingRoom;
import io.upswing.scheduling.WaitingRoom.Patient;
import io.upswing.scheduling.events.SchedulingEvent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class OfferLinkTest {
    private static final String WEDNESDAY_NINE = "2026-03-04T09:00:00-05:00";
    private static final Instant START = Instant.parse("2026-03-04T14:00:00Z");
    private static final String FRIDAY_NINE = "2026-03-06T09:00:00-05:00";

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
    private WaitingRoom room;
    private UUID freed = UUID.randomUUID();
    private Patient patient;
    private UUID offer = UUID.randomUUID();

    @BeforeEach
    void one_who_waits() {
        clock.set(TestClock.MONDAY);
        room = WaitingRoom.in(clinic, sessions);
        freed = room.booked(room.patient(), WEDNESDAY_NINE);
        patient = room.patient();
        room.joins(patient);
    }

    @Test
    void opening_shows_the_time_and_until_when_it_is_kept_and_changes_nothing() {
        isOffered();

        var page = open();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).isEqualTo("Would you like this time?");
        assertThat(page.text())
                .contains("Wednesday, March 4, 2026", "9:00", "Riverside", "We keep it for you until", "No, thank you")
                .doesNotContain("Ama", "Owusu", "takes the place")
                .doesNotContainIgnoringCase("ketamine");
        open();
        assertThat(room.answers(patient)).containsExactly("OFFERED");
        assertThat(actors()).doesNotContain("patient");
    }

    @Test
    void what_is_taken_is_booked_once_and_a_second_use_says_so() {
        isOffered();
        var page = open();

        assertThat(take(page).text()).contains("Your appointment is booked", "Wednesday, March 4");
        var again = take(page);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.title()).isEqualTo("You have used this link already");
        assertThat(no(page).title()).isEqualTo("You have used this link already");
        clock.set(START.minusSeconds(60));
        assertThat(open().text()).contains("You have used this link already", "Wednesday, March 4");
        isBooked(START);
        assertThat(actors()).filteredOn("patient"::equals).hasSize(1);
        assertThat(room.entry(patient).getInt("total")).isZero();
    }

    @Test
    void two_taps_at_once_book_once() throws Exception {
        isOffered();
        var page = open();
        var together = new CyclicBarrier(4);

        try (var taps = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = Stream.generate(() -> taps.submit(() -> {
                        together.await();
                        return take(page);
                    }))
                    .limit(4)
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        isBooked(START);
        assertThat(actors()).filteredOn("patient"::equals).hasSize(1);
    }

    @Test
    void who_has_a_later_time_moves_up_and_is_told_so_before() {
        var later = room.booked(patient, FRIDAY_NINE);
        isOffered();
        var page = open();

        assertThat(page.text()).contains("It takes the place of your appointment Friday, March 6, 2026");
        assertThat(take(page).text()).contains("Your appointment has been moved", "Wednesday, March 4");
        clinic.as("auditor").get("/appointments/" + later).then().body("start", equalTo(START.toString()));
        isBooked(START);
    }

    @Test
    void a_no_gives_the_time_to_the_next_who_waits() {
        var next = room.patient();
        clock.set(TestClock.MONDAY.plusSeconds(1));
        room.joins(next);
        isOffered();
        var page = open();

        assertThat(no(page).text()).contains("You do not take this time", "you stay on our list");
        room.offerTo(next);
        assertThat(take(page).text()).contains("You have used this link already", "please call us");
        assertThat(open().text()).contains("You told us that you do not take this time");
        assertThat(room.answers(patient)).containsExactly("DECLINED");
    }

    @Test
    void what_has_expired_is_not_kept_any_more() {
        isOffered();
        var page = open();
        clock.set(TestClock.MONDAY.plus(Duration.ofHours(3)));

        for (var answer : List.of(open(), take(page), no(page))) {
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.title()).isEqualTo("This time is no longer kept for you");
        }
        isBooked();
        clock.set(START);
        assertThat(open().title()).isEqualTo("This link is no longer valid");
    }

    @Test
    void who_left_the_list_has_no_offer_any_more() {
        isOffered();
        var page = open();
        room.leaves(UUID.fromString(room.entry(patient).getString("items[0].entryId")));

        for (var answer : List.of(open(), take(page), no(page))) {
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.title()).isEqualTo("This time is no longer kept for you");
        }
        isBooked();
    }

    @Test
    void what_staff_took_for_them_is_theirs_already_and_cannot_be_declined() {
        isOffered();
        var page = open();
        room.answer(offer, "acceptance").then().statusCode(201);

        for (var answer : List.of(open(), take(page), no(page))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.title()).isEqualTo("This time is yours already");
        }
        isBooked(START);
    }

    @Test
    void what_was_taken_and_called_off_since_stays_so() {
        isOffered();
        var page = open();
        take(page);
        var taken = appointments().getString("items[0].appointmentId");
        room.cancel(UUID.fromString(taken));

        assertThat(take(page).text()).contains("The appointment at this time is cancelled");
    }

    /** The rules of booking decide again: another session stands on the day before by now. */
    @Test
    void what_the_course_does_not_allow_any_more_is_not_booked() {
        isOffered();
        var page = open();
        room.booked(patient, "2026-03-03T09:00:00-05:00");

        var answer = take(page);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.title()).isEqualTo("This time cannot be booked any more");
        isBooked(Instant.parse("2026-03-03T14:00:00Z"));
    }

    @Test
    void forged_and_foreign_links_open_nothing() {
        isOffered();
        var stranger = ClinicFixture.fresh().patient();
        var altered = links.tokenOf(link(patient.id(), offer, Language.EN)).replaceAll(".$", "!");

        for (var token : List.of(
                altered,
                links.tokenOf(link(stranger, offer, Language.EN)),
                links.tokenOf(link(patient.id(), UUID.randomUUID(), Language.EN)),
                links.tokenOf(new PatientLink(message, Purpose.BOOK, Language.EN, patient.id(), offer, START)))) {
            assertThat(browser().send("/p/" + token + "/take", List.of()).status())
                    .isEqualTo(404);
            assertThat(browser().send("/p/" + token + "/decline", List.of()).status())
                    .isEqualTo(404);
        }
        clinic.as("front-desk").delete("/patients/" + patient.id()).then().statusCode(201);
        assertThat(open().status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_is_in_the_patients_language(Language language) {
        isOffered();

        var page = browser().open("/p/" + links.tokenOf(link(patient.id(), offer, language)));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().selectFirst("html").attr("lang")).isEqualTo(language.tag());
    }

    private final UUID message = UUID.randomUUID();

    private void isOffered() {
        room.cancel(freed);
        offer = room.offerTo(patient);
    }

    private Page open() {
        return browser().open(path());
    }

    /** As the page has it: two forms, each of one button. */
    private Page take(Page page) {
        assertThat(page.document().select("form button").eachText()).containsExactly("Yes, I take it", "No, thank you");
        return browser().send(page.document().select("form").first().attr("action"), List.of());
    }

    private Page no(Page page) {
        return browser().send(page.document().select("form").last().attr("action"), List.of());
    }

    private PatientBrowser browser() {
        return new PatientBrowser(base);
    }

    private String path() {
        return "/p/" + links.tokenOf(link(patient.id(), offer, Language.EN));
    }

    private PatientLink link(UUID patientId, UUID subject, Language language) {
        return new PatientLink(message, Purpose.OFFER, language, patientId, subject, START);
    }

    /** Who did what is recorded of the patient. */
    private List<String> actors() {
        return log.history(clinic.clinic(), patient.id()).stream()
                .map(recorded -> recorded.record().actor())
                .toList();
    }

    private void isBooked(Instant... starts) {
        assertThat(appointments().getList("items.start"))
                .containsExactly(Stream.of(starts).map(Instant::toString).toArray());
    }

    private JsonPath appointments() {
        return clinic.as("auditor")
                .get("/appointments?patientId=" + patient.id())
                .then()
                .extract()
                .jsonPath();
    }
}
