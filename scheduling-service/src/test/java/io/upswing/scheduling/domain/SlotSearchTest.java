package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.NOW;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SECOND;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.occupied;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.upswing.scheduling.ScheduleFixture;
import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.OpeningHours;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After a session on Monday the next is due from Wednesday to the Monday after, best on Thursday or Friday. */
class SlotSearchTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final LocalDate FRIDAY = MONDAY.plusDays(4);
    private static final LocalDate NEXT_MONDAY = MONDAY.plusDays(7);
    private static final Duration STAY = Duration.ofMinutes(175);

    @Test
    void the_window_is_searched_where_nothing_is_asked_for() {
        assertThat(search(NOW, esketamine(MONDAY)).range(null, null)).isEqualTo(new DateRange(WEDNESDAY, NEXT_MONDAY));
        assertThat(search(at(FRIDAY, "07:00"), esketamine(MONDAY)).range(null, null))
                .isEqualTo(new DateRange(FRIDAY, NEXT_MONDAY));
        assertThat(search(NOW, esketamine(MONDAY)).range(THURSDAY, null))
                .isEqualTo(new DateRange(THURSDAY, NEXT_MONDAY));
    }

    @Test
    void two_weeks_are_searched_where_no_window_lies_ahead() {
        var late = NEXT_MONDAY.plusDays(1);

        assertThat(search(at(NEXT_MONDAY, "07:00"), esketamine(MONDAY)).range(null, null))
                .isEqualTo(new DateRange(NEXT_MONDAY, NEXT_MONDAY));
        assertThat(search(at(late, "07:00"), esketamine(MONDAY)).range(null, null))
                .isEqualTo(new DateRange(late, late.plusDays(14)));
        assertThat(search(NOW, withoutWindow()).range(null, null))
                .isEqualTo(new DateRange(MONDAY, MONDAY.plusDays(14)));
    }

    @Test
    void the_edges_of_the_days_near_the_target_come_first() {
        var found = find(DeskFixture.site(), esketamine(MONDAY), 6);

        assertThat(starts(found))
                .containsExactly(
                        at(THURSDAY, "08:00"),
                        at(THURSDAY, "14:05"),
                        at(FRIDAY, "08:00"),
                        at(FRIDAY, "14:05"),
                        at(THURSDAY, "10:55"),
                        at(FRIDAY, "10:55"));
        assertThat(found).allSatisfy(slot -> {
            assertThat(slot.chairId()).isEqualTo(FIRST);
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(STAY);
            assertThat(slot.inWindow()).isTrue();
        });
    }

    @Test
    void what_a_date_must_not_hold_is_left_out_and_what_lies_outside_the_window_comes_last() {
        var search = search(NOW, esketamine(MONDAY));

        assertThat(search.allowed(new DateRange(MONDAY.minusDays(9), THURSDAY))).containsExactly(WEDNESDAY, THURSDAY);
        var found = find(search, DeskFixture.site(), List.of(), NEXT_MONDAY, NEXT_MONDAY.plusDays(1), 200);
        assertThat(found).isSortedAccordingTo((one, other) -> Boolean.compare(other.inWindow(), one.inWindow()));
        assertThat(found)
                .extracting(slot -> date(slot.start()), FreeSlot::inWindow)
                .contains(tuple(NEXT_MONDAY, true), tuple(NEXT_MONDAY.plusDays(1), false))
                .doesNotContain(tuple(NEXT_MONDAY.plusDays(1), true));
    }

    @Test
    void nothing_is_in_the_window_where_none_is_due() {
        var search = search(NOW, withoutWindow());

        var found = find(search, DeskFixture.site(), List.of(), TUESDAY, FRIDAY, 20);

        assertThat(found).hasSize(20).noneMatch(FreeSlot::inWindow);
    }

    @Test
    void who_comes_on_fridays_around_ten_is_offered_that_first() {
        var came = List.of(
                consultation(at(FRIDAY.minusDays(7), "10:00")), consultation(at(FRIDAY.minusDays(14), "10:00")));
        var search = new SlotSearch(esketamine(MONDAY), null, SITE, DeskFixture.ZONE, came, NOW);

        var found = find(search, DeskFixture.site(), List.of(), WEDNESDAY, NEXT_MONDAY, 3);

        assertThat(starts(found)).containsExactly(at(FRIDAY, "10:55"), at(FRIDAY, "09:05"), at(FRIDAY, "09:35"));
    }

    @Test
    void a_gap_is_filled_from_its_edges() {
        var search = search(NOW, esketamine(MONDAY));
        var taken = occupied(
                new Slot(at(THURSDAY, "08:00"), at(THURSDAY, "10:00"), FIRST),
                new Slot(at(THURSDAY, "08:00"), at(THURSDAY, "17:00"), SECOND));

        var found = find(search, DeskFixture.site(), taken, THURSDAY, THURSDAY, 2);

        assertThat(starts(found)).containsExactly(at(THURSDAY, "10:00"), at(THURSDAY, "14:05"));
    }

    @Test
    void the_chair_is_the_one_that_it_leaves_the_least_of() {
        var search = search(NOW, esketamine(MONDAY));
        var taken = occupied(new Slot(at(THURSDAY, "08:00"), at(THURSDAY, "11:00"), SECOND));

        var found = find(search, DeskFixture.site(), taken, THURSDAY, THURSDAY, 200);

        assertThat(found)
                .filteredOn(slot -> slot.start().equals(at(THURSDAY, "11:00")))
                .extracting(FreeSlot::chairId)
                .containsExactly(SECOND);
    }

    @Test
    void starts_of_one_date_are_spread_before_the_rest_is_told() {
        var found = find(search(NOW, esketamine(MONDAY)), DeskFixture.site(), List.of(), THURSDAY, THURSDAY, 200);

        assertThat(starts(found)).hasSize(74).doesNotHaveDuplicates();
        assertThat(apart(starts(found).subList(0, 11))).isTrue();
        assertThat(apart(starts(found).subList(0, 13))).isFalse();
    }

    @Test
    void where_the_patient_is_expected_nothing_is_free() {
        var expected = consultation(at(THURSDAY, "11:00"));
        var search = new SlotSearch(esketamine(MONDAY), null, SITE, DeskFixture.ZONE, List.of(expected), NOW);

        var found = starts(find(search, DeskFixture.site(), List.of(), THURSDAY, THURSDAY, 200));

        assertThat(found).contains(at(THURSDAY, "08:20"), at(THURSDAY, "11:30"));
        assertThat(found).doesNotContain(at(THURSDAY, "08:25"), at(THURSDAY, "11:25"));
    }

    @Test
    void nothing_starts_before_now() {
        var search = search(at(THURSDAY, "12:01"), esketamine(MONDAY));

        var found = starts(find(search, DeskFixture.site(), List.of(), THURSDAY, THURSDAY, 200));

        assertThat(found).contains(at(THURSDAY, "12:05")).doesNotContain(at(THURSDAY, "12:00"));
    }

    @Test
    void a_closure_over_midnight_closes_both_days() {
        var site = closed(DeskFixture.site(), new Span(at(THURSDAY, "15:00"), at(FRIDAY, "10:00")));

        var found = find(search(NOW, esketamine(MONDAY)), site, List.of(), THURSDAY, FRIDAY, 200);

        assertThat(starts(found)).contains(at(THURSDAY, "12:05"), at(FRIDAY, "10:00"));
        assertThat(starts(found)).doesNotContain(at(THURSDAY, "12:10"), at(FRIDAY, "09:55"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-07, 38", "2026-03-08, 26", "2026-11-01, 50", "2026-11-02, 38"})
    void a_night_of_a_clock_change_has_an_hour_less_or_more(LocalDate date, int starts) {
        var site = nightly();
        var search = search(at(date.minusDays(2), "12:00"), esketamine(date.minusDays(6)));

        var found = find(search, site, List.of(), date, date, 200);

        assertThat(found).hasSize(starts);
        assertThat(found)
                .allSatisfy(slot -> assertThat(site.openOn(date).hold(new Span(slot.start(), slot.end())))
                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-05, 2026-03-09T12:00:00Z", "2026-10-29, 2026-11-02T13:00:00Z"})
    void hours_are_local_on_both_sides_of_a_clock_change(LocalDate last, Instant start) {
        var search = search(at(last, "17:00"), esketamine(last.minusDays(3), last));

        var found = find(search, DeskFixture.site(), List.of(), last.plusDays(4), last.plusDays(4), 1);

        assertThat(starts(found)).containsExactly(start);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void what_is_found_is_what_a_booking_gets_and_nothing_else_is_free(long seed) {
        var random = new Random(seed);
        var site = staffed(DeskFixture.site(), random);
        var taken = anything(THURSDAY, random);
        var search = search(NOW, esketamine(MONDAY));

        var found = find(search, site, taken, THURSDAY, THURSDAY, 200);

        assertThat(found)
                .allSatisfy(slot -> assertThat(booking(site, taken, slot.start()))
                        .isEqualTo(new Slot(slot.start(), slot.end(), slot.chairId())));
        assertThat(starts(found)).containsExactlyInAnyOrderElementsOf(bookable(site, taken));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void who_asks_for_few_is_told_the_first_of_all(long seed) {
        var random = new Random(seed);
        var site = staffed(DeskFixture.site(), random);
        var taken = Stream.of(WEDNESDAY, THURSDAY, FRIDAY, NEXT_MONDAY)
                .flatMap(date -> anything(date, random).stream())
                .toList();
        var came = List.of(consultation(at(FRIDAY.minusDays(7), "10:00")));
        var search = new SlotSearch(esketamine(MONDAY), null, SITE, DeskFixture.ZONE, came, NOW);

        var all = find(search, site, taken, WEDNESDAY, NEXT_MONDAY.plusDays(3), 10_000);

        for (int limit = 1; limit <= all.size(); limit++) {
            assertThat(find(search, site, taken, WEDNESDAY, NEXT_MONDAY.plusDays(3), limit))
                    .isEqualTo(all.subList(0, limit));
        }
    }

    @Test
    void no_more_dates_are_read_than_are_needed() {
        var asked = new ArrayList<Span>();
        var search = search(NOW, esketamine(MONDAY));
        var dates = search.allowed(new DateRange(WEDNESDAY, NEXT_MONDAY.plusDays(3)));

        search.best(
                around -> {
                    asked.add(around);
                    return Optional.of(new Desk(DeskFixture.site(), List.of(), null));
                },
                dates,
                6);

        assertThat(asked).containsExactly(Span.ofDays(WEDNESDAY, FRIDAY.plusDays(1), DeskFixture.ZONE));
    }

    private static List<Instant> bookable(Site site, List<Occupied> taken) {
        return Stream.iterate(at(THURSDAY, "08:00"), start -> start.plusSeconds(300))
                .limit(108)
                .filter(start -> booking(site, taken, start) != null)
                .toList();
    }

    private static @Nullable Slot booking(Site site, List<Occupied> taken, Instant start) {
        var command = new Book(APPOINTMENT, PATIENT, COURSE, Kind.TREATMENT, start, null, null, null, null, null, null);
        var file = PatientFile.of(List.of(registered()));
        try {
            var event = BookingDecider.decide(command, file, new Desk(site, taken, esketamine(MONDAY)), NOW);
            var booked = (AppointmentBooked) event.orElseThrow();
            return new Slot(booked.start(), booked.end(), booked.chairId());
        } catch (Refused refused) {
            return null;
        }
    }

    private static List<Occupied> anything(LocalDate date, Random random) {
        var taken = new ArrayList<Occupied>();
        for (var chair : List.of(FIRST, SECOND)) {
            var from = at(date, "08:00").plusSeconds(300L * random.nextInt(60));
            var to = from.plusSeconds(300L * (1 + random.nextInt(30)));
            taken.add(new Occupied(new Slot(from, to, chair), random.nextBoolean() ? new Span(from, to) : null));
        }
        return taken;
    }

    private static Site staffed(Site site, Random random) {
        var comes = at(THURSDAY, "08:00").plusSeconds(300L * random.nextInt(12));
        var leaves = at(THURSDAY, "17:00").minusSeconds(300L * random.nextInt(12));
        var shifts = List.of(
                new Shift(Shift.Role.MONITOR, new Span(comes, leaves), 1 + random.nextInt(2)),
                new Shift(Shift.Role.PRESCRIBER, new Span(comes, leaves), 0));
        return new Site(
                site.id(),
                site.zone(),
                site.hours(),
                site.chairs(),
                site.closures(),
                new Staffing(true, random.nextBoolean(), shifts),
                site.durations());
    }

    private static Site closed(Site site, Span closure) {
        return new Site(
                site.id(),
                site.zone(),
                site.hours(),
                site.chairs(),
                List.of(closure),
                site.staffing(),
                site.durations());
    }

    /** Open from midnight to six on every day of the week. */
    private static Site nightly() {
        var hours = Arrays.stream(DayOfWeek.values())
                .map(day -> new OpeningHours(day, LocalTime.MIDNIGHT, LocalTime.of(6, 0)))
                .toList();
        var site = DeskFixture.site();
        return new Site(
                site.id(), site.zone(), hours, site.chairs(), List.of(), Staffing.UNLIMITED, Durations.OF_PROTOCOL);
    }

    /** All infusions of the acute phase are given, and nobody has decided about maintenance. */
    private static CourseAtDesk withoutWindow() {
        var days = Stream.of(18, 15, 11, 8, 4, 1).map(MONDAY::minusDays).toArray(LocalDate[]::new);
        return DeskFixture.course(ScheduleFixture.infusions(), days);
    }

    private static Booking consultation(Instant start) {
        var plain = booked(OTHER, MONDAY);
        return new Booking(
                UUID.nameUUIDFromBytes(start.toString().getBytes(StandardCharsets.UTF_8)),
                null,
                SITE,
                plain.zone(),
                Kind.CONSULTATION,
                SECOND,
                start,
                start.plusSeconds(1800),
                Duration.ZERO,
                null,
                null,
                false,
                null,
                Booking.State.BOOKED);
    }

    private static SlotSearch search(Instant now, CourseAtDesk course) {
        return new SlotSearch(course, null, SITE, DeskFixture.ZONE, List.of(), now);
    }

    private static List<FreeSlot> find(Site site, CourseAtDesk course, int limit) {
        return find(search(NOW, course), site, List.of(), WEDNESDAY, NEXT_MONDAY, limit);
    }

    private static List<FreeSlot> find(
            SlotSearch search, Site site, List<Occupied> taken, LocalDate from, LocalDate to, int limit) {
        return search.best(
                around -> Optional.of(new Desk(site, taken, null)), search.allowed(new DateRange(from, to)), limit);
    }

    private static List<Instant> starts(List<FreeSlot> slots) {
        return slots.stream().map(FreeSlot::start).toList();
    }

    private static LocalDate date(Instant at) {
        return at.atZone(DeskFixture.ZONE).toLocalDate();
    }

    private static boolean apart(List<Instant> starts) {
        var sorted = starts.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (Duration.between(sorted.get(i - 1), sorted.get(i)).toMinutes() < 30) {
                return false;
            }
        }
        return true;
    }
}
