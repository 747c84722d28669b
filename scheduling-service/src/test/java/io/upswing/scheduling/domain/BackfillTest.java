package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.INFUSIONS;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.ZONE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.course;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.occupied;
import static io.upswing.scheduling.domain.DeskFixture.site;
import static io.upswing.scheduling.domain.WaitlistFixture.ENTRY;
import static io.upswing.scheduling.domain.WaitlistFixture.NINE;
import static io.upswing.scheduling.domain.WaitlistFixture.OFFER;
import static io.upswing.scheduling.domain.WaitlistFixture.TERMS;
import static io.upswing.scheduling.domain.WaitlistFixture.TUESDAY;
import static io.upswing.scheduling.domain.WaitlistFixture.VACANCY;
import static io.upswing.scheduling.domain.WaitlistFixture.history;
import static io.upswing.scheduling.domain.WaitlistFixture.offered;
import static io.upswing.scheduling.domain.WaitlistFixture.vacancy;
import static io.upswing.scheduling.domain.WaitlistFixture.waiter;
import static io.upswing.scheduling.domain.WaitlistFixture.wish;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.events.PatientRecord.Consent;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackfillTest {
    /** With this one given, the next may be on the Tuesday. */
    private static final LocalDate SATURDAY = MONDAY.minusDays(2);

    private static final CourseAtDesk DUE = esketamine(SATURDAY);

    @Test
    void a_session_that_is_due_is_offered_for_as_long_as_it_takes_and_for_half_an_hour() {
        assertThat(offer(NINE, DUE))
                .contains(new SlotOffered(
                        OFFER,
                        ENTRY,
                        PATIENT,
                        COURSE,
                        VACANCY,
                        null,
                        SITE,
                        ZONE.getId(),
                        FIRST,
                        at(TUESDAY, "09:00"),
                        at(TUESDAY, "11:55"),
                        new Watch(at(TUESDAY, "09:20"), at(TUESDAY, "11:30"), true),
                        NOW.plus(Duration.ofMinutes(30))));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, true", "2026-03-02, false", "2026-02-24, true", "2026-02-23, false"})
    void only_a_date_in_the_window_is_offered(LocalDate lastGiven, boolean asked) {
        assertThat(offer(NINE, esketamine(lastGiven)).isPresent()).isEqualTo(asked);
    }

    @Test
    void once_the_window_has_passed_any_date_will_do() {
        assertThat(offer(NINE, esketamine(MONDAY.minusDays(8)))).isPresent();
    }

    @Test
    void what_waits_for_a_clinician_is_not_offered() {
        var gateOpen =
                Stream.of(28, 25, 21, 18, 14, 11, 7, 4).map(MONDAY::minusDays).toArray(LocalDate[]::new);

        assertThat(offer(NINE, esketamine(gateOpen))).isEmpty();
    }

    /** Nobody has to decide today; but on its last day the phase asks for a decision, and the eighth waits for it. */
    @ParameterizedTest
    @CsvSource({"1, true", "0, false"})
    void what_will_wait_for_a_clinician_by_then_is_not_offered(int gateOpensInDays, boolean asked) {
        var day1 = TUESDAY.minusDays(27 - gateOpensInDays);
        var seven = Stream.of(0, 3, 7, 10, 14, 17, 24).map(day1::plusDays).toArray(LocalDate[]::new);

        assertThat(offer(NINE, esketamine(seven)).isPresent()).isEqualTo(asked);
    }

    /** Who was treated today waits for the session that is next, not for the one of today. */
    @Test
    void the_appointment_of_a_session_that_was_given_is_none_to_come() {
        var thursday = vacancy(FIRST, at(MONDAY.plusDays(3), "09:00"));

        assertThat(offer(thursday, esketamine(MONDAY), booked(APPOINTMENT, MONDAY)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"28, true", "29, false"})
    void after_a_lapse_a_clinician_decides_first(int daysAgo, boolean asked) {
        var infusions = course(ScheduleFixture.infusions(), MONDAY.minusDays(daysAgo));

        assertThat(offer(vacancy(INFUSIONS, at(TUESDAY, "09:00")), infusions).isPresent())
                .isEqualTo(asked);
    }

    @Test
    void a_later_appointment_moves_up_and_one_that_comes_before_fills_the_window() {
        var later = booked(APPOINTMENT, TUESDAY.plusDays(2));

        var moved = offer(NINE, esketamine(MONDAY.minusDays(1)), later).orElseThrow();

        assertThat(moved.appointmentId()).isEqualTo(APPOINTMENT);
        assertThat(moved.end()).isEqualTo(at(TUESDAY, "11:50"));
        assertThat(offer(vacancy(FIRST, at(TUESDAY.plusDays(3), "09:00")), esketamine(MONDAY.minusDays(1)), later))
                .isEmpty();
    }

    @Test
    void what_moves_up_keeps_its_distance_to_the_session_before() {
        var later = booked(APPOINTMENT, TUESDAY.plusDays(2));

        assertThat(offer(NINE, esketamine(MONDAY.minusDays(1)), later)).isPresent();
        assertThat(offer(NINE, esketamine(MONDAY), later)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11:50, true", "11:45, false"})
    void until_it_is_answered_both_times_are_kept(String own, boolean asked) {
        var later = appointment(APPOINTMENT, COURSE, "TREATMENT", at(TUESDAY, own), Duration.ofMinutes(170));

        assertThat(offer(NINE, DUE, later).isPresent()).isEqualTo(asked);
    }

    @Test
    void of_two_later_appointments_the_next_moves_up() {
        var next = booked(APPOINTMENT, TUESDAY.plusDays(2));
        var last = booked(OTHER, TUESDAY.plusDays(6));

        assertThat(offer(NINE, esketamine(MONDAY.minusDays(1)), last, next))
                .hasValueSatisfying(offer -> assertThat(offer.appointmentId()).isEqualTo(APPOINTMENT));
    }

    @Test
    void nobody_is_asked_about_the_time_they_gave_up_nor_twice_nor_after_they_left() {
        var own = new Vacancy(VACANCY, "riverside", SITE, ZONE, FIRST, at(TUESDAY, "09:00"), PATIENT);

        assertThat(offer(own, DUE)).isEmpty();
        assertThat(offer(NINE, DUE, offered(null), new OfferDeclined(OFFER, ENTRY, PATIENT)))
                .isEmpty();
        assertThat(offer(NINE, DUE, new WaitlistLeft(ENTRY, PATIENT))).isEmpty();
        assertThat(offer(NINE, DUE, new PatientErased(PATIENT))).isEmpty();
    }

    @Test
    void nobody_is_asked_about_two_times_at_once() {
        var another = new Vacancy(id(50), "riverside", SITE, ZONE, FIRST, at(TUESDAY, "13:00"), OTHER);
        var undecided = waiter(DUE, offered(null));
        var expiry = NOW.plus(Duration.ofMinutes(30));

        assertThat(offer(another, undecided, expiry.minusSeconds(1), desk(DUE))).isEmpty();
        assertThat(offer(another, undecided, expiry, desk(DUE))).isPresent();
    }

    @Test
    void without_consent_staff_must_call() {
        var granted = new Consent("EMAIL", true, NOW.minusSeconds(60));
        var withdrawn = new Consent("EMAIL", false, NOW);
        var again = new Consent("EMAIL", true, NOW.plusSeconds(1));
        var bySms = new Consent("SMS", true, NOW.minusSeconds(90));

        assertThat(asked()).isFalse();
        assertThat(asked(granted)).isTrue();
        assertThat(asked(withdrawn, granted)).isFalse();
        assertThat(asked(withdrawn, granted, again)).isTrue();
        assertThat(asked(withdrawn, granted, bySms)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, , , , , false",
        "TUESDAY, , , , , true",
        ", 09:00, 11:40, , , true",
        ", 09:01, 11:40, , , false",
        ", 09:00, 11:39, , , false",
        ", , , 2026-03-03, , true",
        ", , , 2026-03-04, , false",
        ", , , , 2026-03-03, true",
        ", , , , 2026-03-02, false",
    })
    void the_whole_stay_suits_the_patient(
            @Nullable DayOfWeek day,
            @Nullable LocalTime opens,
            @Nullable LocalTime closes,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean asked) {
        var wish =
                new Wish(ENTRY, PATIENT, COURSE, day == null ? List.of() : List.of(day), opens, closes, from, to, NOW);

        assertThat(offer(NINE, waiter(wish, DUE), NOW, desk(DUE)).isPresent()).isEqualTo(asked);
    }

    @Test
    void what_starts_in_less_than_three_hours_is_not_offered() {
        var inThree = at(TUESDAY, "06:00");

        assertThat(offer(NINE, waiter(DUE), inThree, desk(DUE))).isPresent();
        assertThat(offer(NINE, waiter(DUE), inThree.plusSeconds(1), desk(DUE))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT59M, 06:59", "PT1H, 07:00", "PT61M, 07:00"})
    void an_offer_ends_two_hours_before_the_start(Duration answer, String expiry) {
        var terms = new OfferTerms(answer, Duration.ofHours(2), Duration.ofHours(3));

        assertThat(terms.expiry(at(TUESDAY, "09:00"), at(TUESDAY, "06:00"))).isEqualTo(at(TUESDAY, expiry));
    }

    @Test
    void the_chair_must_be_for_the_route_and_free_for_as_long_as_this_patient_stays() {
        var next = new Slot(at(TUESDAY, "11:55"), at(TUESDAY, "13:00"), FIRST);
        var early = new Slot(at(TUESDAY, "11:50"), at(TUESDAY, "13:00"), FIRST);

        assertThat(offer(vacancy(INFUSIONS, at(TUESDAY, "09:00")), DUE)).isEmpty();
        assertThat(offer(NINE, waiter(DUE), NOW, desk(DUE, next))).isPresent();
        assertThat(offer(NINE, waiter(DUE), NOW, desk(DUE, early))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11:40, true", "11:35, false"})
    void the_patient_must_be_free_until_they_leave(String elsewhere, boolean asked) {
        var consultation = appointment(OTHER, null, "CONSULTATION", at(TUESDAY, elsewhere), Duration.ofMinutes(30));

        assertThat(offer(NINE, DUE, consultation).isPresent()).isEqualTo(asked);
    }

    @Test
    void a_monitor_must_have_room() {
        var alone = new Staffing(
                true,
                false,
                List.of(new Shift(Shift.Role.MONITOR, new Span(at(TUESDAY, "08:00"), at(TUESDAY, "17:00")), 1)));
        var staffed = new Site(SITE, ZONE, site().hours(), site().chairs(), List.of(), alone, Durations.OF_PROTOCOL);
        var watched = new Occupied(
                new Slot(at(TUESDAY, "10:00"), at(TUESDAY, "12:50"), SECOND),
                new Span(at(TUESDAY, "10:20"), at(TUESDAY, "12:25")));

        assertThat(offer(NINE, waiter(DUE), NOW, new Desk(staffed, List.of(), DUE)))
                .isPresent();
        assertThat(offer(NINE, waiter(DUE), NOW, new Desk(staffed, List.of(watched), DUE)))
                .isEmpty();
    }

    @Test
    void who_is_overdue_comes_first_then_who_is_late_then_who_has_waited_longest() {
        var overdue = waiting(1, MONDAY.minusDays(8), 30);
        var late = waiting(2, MONDAY.minusDays(7), 20);
        var justLate = waiting(3, MONDAY.minusDays(5), 21);
        var inTime = waiting(4, MONDAY.minusDays(4), 9);
        var longest = waiting(5, SATURDAY, 8);

        assertThat(Stream.of(inTime, justLate, overdue, longest, late).sorted(Waiter.MOST_URGENT_FIRST))
                .containsExactly(overdue, late, justLate, longest, inTime);
    }

    private static Waiter waiting(int entry, LocalDate given, int sinceMinute) {
        var wish = new Wish(
                id(entry), PATIENT, COURSE, List.of(), null, null, null, null, NOW.plusSeconds(60L * sinceMinute));
        return waiter(wish, esketamine(given));
    }

    private static SchedulingEvent appointment(
            UUID id, @Nullable UUID courseId, String kind, Instant start, Duration lasts) {
        return new AppointmentBooked(
                id,
                PATIENT,
                courseId,
                SITE,
                SECOND,
                kind,
                start,
                start.plus(lasts),
                0,
                ZONE.getId(),
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    private static boolean asked(Consent... consents) {
        var waiter = Waiter.of(wish(), List.of(consents), history(), DUE, MONDAY);
        return offer(NINE, waiter, NOW, desk(DUE)).isPresent();
    }

    private static Desk desk(CourseAtDesk course, Slot... taken) {
        return new Desk(site(), occupied(taken), course);
    }

    private static Optional<SlotOffered> offer(Vacancy vacancy, CourseAtDesk course, SchedulingEvent... more) {
        return offer(vacancy, waiter(course, more), NOW, desk(course));
    }

    private static Optional<SlotOffered> offer(Vacancy vacancy, Waiter waiter, Instant now, Desk desk) {
        return Backfill.wanted(vacancy, waiter, TERMS, now)
                .flatMap(wanted -> Backfill.offer(wanted, vacancy, waiter, desk, TERMS, now));
    }
}
