package io.upswing.scheduling.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.upswing.deploy.embedded.UpswingTestResource;
import io.upswing.scheduling.ClinicFixture;
import io.upswing.scheduling.SessionTopic;
import io.upswing.scheduling.TestClock;
import io.upswing.scheduling.WaitingRoom;
import io.upswing.scheduling.WaitingRoom.Patient;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = UpswingTestResource.class, scope = TestResourceScope.GLOBAL)
class WaitlistResourceTest {
    private static final String WEDNESDAY_NINE = "2026-03-04T09:00:00-05:00";

    @Inject
    TestClock clock;

    @Inject
    SessionTopic sessions;

    private final ClinicFixture clinic = ClinicFixture.fresh();
    private Instant now = TestClock.MONDAY;

    @BeforeEach
    void it_is_monday() {
        clock.set(TestClock.MONDAY);
    }

    @Test
    void what_is_given_up_is_offered_to_one_after_the_other_until_somebody_takes_it() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var uncalled = room.withoutConsent();
        room.joins(uncalled);
        var first = waits(room);
        var second = waits(room);
        var third = waits(room);

        room.cancel(freed);
        var declined = room.offerTo(first);
        assertThat(room.answers(second)).isEmpty();
        room.answer(declined, "decline").then().statusCode(201).body("offerId", equalTo(declined.toString()));
        room.answer(declined, "decline").then().statusCode(200);

        var expired = room.offerTo(second);
        passes(Duration.ofMinutes(30));
        var taken = room.offerTo(third);
        assertThat(room.answers(first)).containsExactly("DECLINED");
        assertThat(room.answers(second)).containsExactly("EXPIRED");
        room.answer(expired, "acceptance")
                .then()
                .statusCode(409)
                .body("code", equalTo("slot-taken"))
                .body("alternatives", not(hasSize(0)));

        var booked = room.answer(taken, "acceptance");
        booked.then()
                .statusCode(201)
                .body("start", equalTo("2026-03-04T14:00:00Z"))
                .body("chairId", equalTo(room.chair().toString()));
        var again = room.answer(taken, "acceptance");
        again.then().statusCode(200).body("appointmentId", equalTo(booked.path("appointmentId")));
        room.answer(taken, "decline").then().statusCode(409).body("code", equalTo("offer-over"));
        assertThat(room.entry(third).getInt("total")).isZero();
        assertThat(room.answers(uncalled)).isEmpty();
        clinic.as("nurse")
                .get("/waitlist?state=SERVED&siteId=" + room.site())
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].patientId", equalTo(third.id().toString()))
                .body("items[0].offers.state", contains("TAKEN"))
                .body("items[0].offers[0].appointmentId", equalTo(booked.path("appointmentId")))
                .body("items[0].offers[0].slot.chairId", equalTo(room.chair().toString()));
        clinic.as("nurse").get("/waitlist").then().body("total", equalTo(3));
    }

    @Test
    void who_moves_up_gives_up_their_later_time_which_is_offered_in_turn() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var early = waits(room);
        var later = room.booked(early, "2026-03-06T09:00:00-05:00");

        room.cancel(freed);
        var offer = room.offerTo(early);
        var next = waits(room);
        room.answer(offer, "acceptance")
                .then()
                .statusCode(201)
                .body("appointmentId", equalTo(later.toString()))
                .body("start", equalTo("2026-03-04T14:00:00Z"));

        room.offerTo(next);
        assertThat(room.entry(next).getString("items[0].offers[0].slot.start")).isEqualTo("2026-03-06T14:00:00Z");
        assertThat(room.entry(early).getInt("total")).isZero();
    }

    @Test
    void what_expired_is_booked_if_it_still_is_free_and_a_key_used_again_finds_it() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var only = waits(room);
        room.cancel(freed);
        var offer = room.offerTo(only);
        passes(Duration.ofHours(2));

        var path = "/waitlist/offers/" + offer + "/acceptance";
        var first = clinic.as("front-desk").header("Idempotency-Key", "yes").post(path);
        var again = clinic.as("front-desk").header("Idempotency-Key", "yes").post(path);

        first.then().statusCode(201);
        again.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void who_was_moved_there_by_hand_once_the_offer_had_expired_is_there() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var early = waits(room);
        var later = room.booked(early, "2026-03-06T09:00:00-05:00");
        room.cancel(freed);
        var offer = room.offerTo(early);
        passes(Duration.ofMinutes(30));
        clinic.as("front-desk")
                .body(Map.of("start", WEDNESDAY_NINE))
                .post("/appointments/" + later + "/move")
                .then()
                .statusCode(201);

        room.answer(offer, "acceptance")
                .then()
                .statusCode(200)
                .body("appointmentId", equalTo(later.toString()))
                .body("start", equalTo("2026-03-04T14:00:00Z"));
    }

    @Test
    void who_leaves_the_list_gives_back_what_they_were_offered() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var leaving = room.patient();
        var entry = room.joins(leaving);
        passes(Duration.ofSeconds(1));
        var next = waits(room);
        room.cancel(freed);
        var offer = room.offerTo(leaving);

        room.leaves(entry);

        room.offerTo(next);
        clinic.as("front-desk").delete("/waitlist/" + entry).then().statusCode(200);
        room.answer(offer, "acceptance").then().statusCode(409).body("code", equalTo("offer-over"));
        assertThat(room.entry(leaving).getInt("total")).isZero();
    }

    @Test
    void what_was_booked_otherwise_is_offered_to_nobody() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var other = room.booked(room.patient(), "2026-03-05T09:00:00-05:00");
        room.cancel(freed);
        room.booked(room.patient(), WEDNESDAY_NINE);

        var waiting = waits(room);
        room.cancel(other);

        room.offerTo(waiting);
        assertThat(room.entry(waiting).getList("items[0].offers.slot.start"))
                .isEqualTo(List.of("2026-03-05T14:00:00Z"));
    }

    @Test
    void who_agreed_to_a_channel_on_which_they_have_no_address_is_not_asked() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var first = room.withoutPhoneAgreedToSms();
        room.joins(first);
        var second = waits(room);

        room.cancel(freed);

        room.offerTo(second);
        assertThat(room.answers(first)).isEmpty();
    }

    @Test
    void what_became_free_is_offered_though_an_earlier_start_became_free_after_it() {
        var room = WaitingRoom.in(clinic, sessions);
        room.cancel(room.booked(room.patient(), WEDNESDAY_NINE));
        room.cancel(room.booked(room.patient(), "2026-03-04T08:30:00-05:00"));
        var patient = room.patient();

        room.join(Map.of("patientId", patient.id(), "courseId", patient.course(), "between", List.of("09:00", "12:00")))
                .then()
                .statusCode(201);

        room.offerTo(patient);
        assertThat(room.entry(patient).getString("items[0].offers[0].slot.start"))
                .isEqualTo("2026-03-04T14:00:00Z");
    }

    @Test
    void only_what_suits_the_wish_is_offered() {
        var room = WaitingRoom.in(clinic, sessions);
        var wednesday = room.booked(room.patient(), WEDNESDAY_NINE);
        var thursday = room.booked(room.patient(), "2026-03-05T13:00:00-05:00");
        var patient = room.patient();
        room.join(Map.of(
                        "patientId", patient.id(),
                        "courseId", patient.course(),
                        "siteId", room.site(),
                        "days", List.of("THURSDAY"),
                        "between", List.of("12:00", "16:00"),
                        "from", "2026-03-03",
                        "to", "2026-03-05"))
                .then()
                .statusCode(201);

        room.cancel(wednesday);
        room.cancel(thursday);

        room.offerTo(patient);
        assertThat(room.entry(patient).getString("items[0].offers[0].slot.start"))
                .isEqualTo("2026-03-05T18:00:00Z");
        assertThat(room.entry(patient).getList("items[0].days")).isEqualTo(List.of("THURSDAY"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|courseId",
                "{'patientId':'PATIENT'}|courseId",
                "{'courseId':'COURSE'}|patientId",
                "{'patientId':'PATIENT','courseId':'COURSE','between':['12:00','09:00']}|between",
                "{'patientId':'PATIENT','courseId':'COURSE','between':['09:00','09:00']}|between",
                "{'patientId':'PATIENT','courseId':'COURSE','between':['09:00']}|between",
                "{'patientId':'PATIENT','courseId':'COURSE','between':['09:00',null]}|between",
                "{'patientId':'PATIENT','courseId':'COURSE','between':['09:00','25:00']}|between",
                "{'patientId':'PATIENT','courseId':'COURSE','days':['SOMEDAY']}|days",
                "{'patientId':'PATIENT','courseId':'COURSE','days':[null]}|days",
                "{'patientId':'PATIENT','courseId':'COURSE','from':'2026-03-05','to':'2026-03-04'}|to",
                "{'patientId':'PATIENT','courseId':'COURSE','from':'2026-02-30'}|from",
                "{'patientId':'PATIENT','courseId':'COURSE','soon':true}|soon",
                "[]|",
            })
    void what_cannot_be_meant_is_bad_input(String body, String field) {
        var sent = body.replace('\'', '"')
                .replace("PATIENT", UUID.randomUUID().toString())
                .replace("COURSE", UUID.randomUUID().toString());

        var answer = clinic.as("front-desk").body(sent).post("/waitlist");

        answer.then().statusCode(400).body("type", equalTo("urn:problem:bad-input"));
        if (field != null) {
            assertThat(answer.asString()).contains("\"" + field);
        }
    }

    @Test
    void what_another_clinic_has_is_not_found() {
        var room = WaitingRoom.in(clinic, sessions);
        var freed = room.booked(room.patient(), WEDNESDAY_NINE);
        var patient = room.patient();
        var entry = room.joins(patient);
        room.cancel(freed);
        var offer = room.offerTo(patient);
        var other = WaitingRoom.in(ClinicFixture.fresh(), sessions);
        var theirs = other.patient();

        other.answer(offer, "acceptance").then().statusCode(404);
        other.answer(offer, "decline").then().statusCode(404);
        other.clinic().as("front-desk").delete("/waitlist/" + entry).then().statusCode(404);
        other.join(Map.of("patientId", theirs.id(), "courseId", patient.course()))
                .then()
                .statusCode(404);
        other.join(Map.of("patientId", patient.id(), "courseId", theirs.course()))
                .then()
                .statusCode(404);
        other.join(Map.of("patientId", theirs.id(), "courseId", theirs.course(), "siteId", room.site()))
                .then()
                .statusCode(404);
        other.clinic()
                .as("auditor")
                .get("/waitlist?patientId=" + patient.id())
                .then()
                .body("total", equalTo(0));
    }

    /** One who joins after all who did before. */
    private Patient waits(WaitingRoom room) {
        var patient = room.patient();
        room.joins(patient);
        passes(Duration.ofSeconds(1));
        return patient;
    }

    private void passes(Duration time) {
        now = now.plus(time);
        clock.set(now);
    }
}
