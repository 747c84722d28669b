package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
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
import static io.upswing.scheduling.domain.DeskFixture.desk;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.HoldReleased;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.SlotHeld;
import io.upswing.scheduling.events.SchedulingEvent.SlotOffered;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldDeciderTest {
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Instant EXPIRY = NOW.plus(FIVE_MINUTES);
    private static final UUID HOLD = id(60);
    private static final UUID ENTRY = id(61);

    @Test
    void what_is_held_is_what_would_be_booked_and_for_how_long() {
        given(registered())
                .when(hold(desk(esketamine()), at(TUESDAY, "09:00")))
                .then(new SlotHeld(
                        HOLD,
                        PATIENT,
                        COURSE,
                        SITE,
                        FIRST,
                        "TREATMENT",
                        at(TUESDAY, "09:00"),
                        at(TUESDAY, "11:50"),
                        new Watch(at(TUESDAY, "09:20"), at(TUESDAY, "11:25"), true),
                        EXPIRY));
    }

    @Test
    void what_could_not_be_booked_is_not_held() {
        var free = desk(esketamine());

        given().when(hold(free, at(TUESDAY, "09:00"))).thenRefused(Refusal.NO_SUCH_PATIENT);
        given(registered()).when(hold(free, at(TUESDAY, "06:00"))).thenRefused(Refusal.OUTSIDE_HOURS);
        given(registered(), booked(OTHER, TUESDAY.plusDays(1)))
                .when(hold(free, at(TUESDAY, "09:00")))
                .thenRefused(Refusal.SPACING);
        given(registered()).when(hold(full(), at(TUESDAY, "09:00"))).thenRefused(Refusal.SLOT_TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "0, 4"})
    void its_chair_is_the_patients_until_it_expires_and_any_chair_will_do_after_that(long millis, int chair) {
        var booked = given(registered(), held())
                .when(book(EXPIRY.plusMillis(millis), at(TUESDAY, "09:00"), null, desk(esketamine())))
                .thenA(AppointmentBooked.class);

        assertThat(booked.chairId()).isEqualTo(id(chair));
        assertThat(booked.holdId()).isEqualTo(HOLD);
    }

    @Test
    void it_is_no_pass_for_anything_else() {
        var site = DeskFixture.site();
        var elsewhere = new Site(
                id(33), site.zone(), site.hours(), site.chairs(), List.of(), Staffing.UNLIMITED, Durations.OF_PROTOCOL);
        var desk = desk(esketamine());
        var nine = at(TUESDAY, "09:00");

        isForAnother(book(NOW, at(TUESDAY, "09:05"), null, desk));
        isForAnother(book(NOW, nine, FIRST, desk));
        isForAnother(book(NOW, nine, null, new Desk(elsewhere, List.of(), esketamine())));
        given(registered()).when(book(NOW, nine, null, desk)).thenRefused(Refusal.HOLD_FOR_ANOTHER_TIME);
        given(registered(), held()).when(book(NOW, nine, SECOND, desk)).thenA(AppointmentBooked.class);
    }

    @Test
    void once_expired_it_does_not_take_the_time_from_whoever_has_it_by_then() {
        given(registered(), held())
                .when(book(EXPIRY, at(TUESDAY, "09:00"), null, full()))
                .thenRefused(Refusal.SLOT_TAKEN);
    }

    @Test
    void what_it_was_booked_for_cannot_be_given_back() {
        var booked = given(registered(), held())
                .when(book(NOW, at(TUESDAY, "09:00"), null, desk(esketamine())))
                .thenA(AppointmentBooked.class);

        given(registered(), held(), booked).when(giveBack(NOW)).thenNothing();
    }

    @Test
    void an_appointment_moves_to_what_is_held() {
        var move = new Move(APPOINTMENT, PATIENT, at(TUESDAY, "09:00"), null, HOLD, null);

        var moved = given(registered(), booked(APPOINTMENT, TUESDAY.plusDays(7)), offered())
                .when(file -> BookingDecider.decide(move, file, desk(esketamine()), NOW))
                .thenA(AppointmentMoved.class);

        assertThat(moved.chairId()).isEqualTo(SECOND);
        assertThat(moved.holdId()).isEqualTo(HOLD);
        given(registered(), booked(APPOINTMENT, TUESDAY.plusDays(7)), offered(), moved)
                .when(giveBack(NOW))
                .thenNothing();
    }

    @Test
    void it_is_given_back_as_long_as_it_keeps_anybody_out() {
        var released = new HoldReleased(HOLD, PATIENT);

        given(registered(), held()).when(giveBack(EXPIRY.minusMillis(1))).then(released);
        given(registered(), held()).when(giveBack(EXPIRY)).thenNothing();
        given(registered(), held(), released).when(giveBack(NOW)).thenNothing();
        given(registered(), held(), new PatientErased(PATIENT))
                .when(giveBack(NOW))
                .thenNothing();
    }

    @Test
    void an_offer_that_is_given_back_is_declined() {
        var declined = new OfferDeclined(HOLD, ENTRY, PATIENT);

        given(registered(), offered()).when(giveBack(NOW)).then(declined);
        given(registered(), offered(), declined).when(giveBack(NOW)).thenNothing();
    }

    private static void isForAnother(Function<PatientFile, Optional<SchedulingEvent>> booking) {
        given(registered(), held()).when(booking).thenRefused(Refusal.HOLD_FOR_ANOTHER_TIME);
    }

    private static SchedulingEvent held() {
        return new SlotHeld(
                HOLD,
                PATIENT,
                COURSE,
                SITE,
                SECOND,
                "TREATMENT",
                at(TUESDAY, "09:00"),
                at(TUESDAY, "11:50"),
                null,
                EXPIRY);
    }

    private static SchedulingEvent offered() {
        return new SlotOffered(
                HOLD,
                ENTRY,
                PATIENT,
                COURSE,
                id(62),
                APPOINTMENT,
                SITE,
                DeskFixture.ZONE.getId(),
                SECOND,
                at(TUESDAY, "09:00"),
                at(TUESDAY, "11:50"),
                null,
                EXPIRY);
    }

    /** From eight to ten on the Tuesday. */
    private static Desk full() {
        return desk(
                esketamine(),
                new Slot(at(TUESDAY, "08:00"), at(TUESDAY, "10:00"), FIRST),
                new Slot(at(TUESDAY, "08:00"), at(TUESDAY, "10:00"), SECOND));
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> hold(Desk desk, Instant start) {
        var wish = new Book(
                HOLD, PATIENT, COURSE, Kind.TREATMENT, start, null, new BigDecimal("56"), null, null, null, null);
        return file -> Optional.of(HoldDecider.hold(wish, FIVE_MINUTES, file, desk, NOW));
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> book(
            Instant now, Instant start, @Nullable UUID chair, Desk desk) {
        var command = new Book(
                APPOINTMENT,
                PATIENT,
                COURSE,
                Kind.TREATMENT,
                start,
                chair,
                new BigDecimal("56"),
                null,
                null,
                HOLD,
                null);
        return file -> BookingDecider.decide(command, file, desk, now);
    }

    private static Function<PatientFile, Optional<SchedulingEvent>> giveBack(Instant now) {
        return file -> HoldDecider.giveBack(HOLD, PATIENT, file, now);
    }
}
