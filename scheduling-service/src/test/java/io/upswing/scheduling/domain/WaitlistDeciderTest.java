package io.upswing.scheduling.domain;

import static io.upswing.scheduling.domain.DeciderSpec.given;
import static io.upswing.scheduling.domain.DeskFixture.APPOINTMENT;
import static io.upswing.scheduling.domain.DeskFixture.COURSE;
import static io.upswing.scheduling.domain.DeskFixture.FIRST;
import static io.upswing.scheduling.domain.DeskFixture.MONDAY;
import static io.upswing.scheduling.domain.DeskFixture.OTHER;
import static io.upswing.scheduling.domain.DeskFixture.PATIENT;
import static io.upswing.scheduling.domain.DeskFixture.SITE;
import static io.upswing.scheduling.domain.DeskFixture.at;
import static io.upswing.scheduling.domain.DeskFixture.booked;
import static io.upswing.scheduling.domain.DeskFixture.esketamine;
import static io.upswing.scheduling.domain.DeskFixture.id;
import static io.upswing.scheduling.domain.DeskFixture.registered;
import static io.upswing.scheduling.domain.WaitlistFixture.ENTRY;
import static io.upswing.scheduling.domain.WaitlistFixture.OFFER;
import static io.upswing.scheduling.domain.WaitlistFixture.TUESDAY;
import static io.upswing.scheduling.domain.WaitlistFixture.history;
import static io.upswing.scheduling.domain.WaitlistFixture.joined;
import static io.upswing.scheduling.domain.WaitlistFixture.offered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentCancelled;
import io.upswing.scheduling.events.SchedulingEvent.OfferDeclined;
import io.upswing.scheduling.events.SchedulingEvent.PatientErased;
import io.upswing.scheduling.events.SchedulingEvent.SeriesBooked;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistJoined;
import io.upswing.scheduling.events.SchedulingEvent.WaitlistLeft;
import io.upswing.session.events.SessionEvent.CourseClosed;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WaitlistDeciderTest {
    private static final SchedulingEvent DECLINED = new OfferDeclined(OFFER, ENTRY, PATIENT);
    private static final SchedulingEvent LEFT = new WaitlistLeft(ENTRY, PATIENT);

    @Test
    void a_patient_waits_for_a_course_of_their_own() {
        given(registered()).when(WaitlistDeciderTest::join).then(joined());
        given().when(WaitlistDeciderTest::join).thenRefused(Refusal.NO_SUCH_PATIENT);
        given(registered(), new PatientErased(PATIENT))
                .when(WaitlistDeciderTest::join)
                .thenRefused(Refusal.NO_SUCH_PATIENT);
        given(registered())
                .when(file -> WaitlistDecider.join(
                        new WaitlistJoined(ENTRY, id(66), COURSE, SITE, List.of(), null, null, null, null),
                        file,
                        esketamine(),
                        MONDAY))
                .thenRefused(Refusal.COURSE_OF_ANOTHER_PATIENT);
    }

    @Test
    void nobody_waits_for_a_course_that_is_over() {
        var over = esketamine();
        var closed = new CourseAtDesk(
                over.facts().with(new CourseClosed(COURSE, MONDAY, "moved away"), id(97)),
                over.route(),
                over.chairTime(),
                null);

        given(registered())
                .when(file -> WaitlistDecider.join(joined(), file, closed, MONDAY))
                .thenRefused(Refusal.COURSE_OVER);
    }

    @Test
    void who_left_or_was_served_leaves_no_more() {
        assertThat(leave(history())).contains(LEFT);
        assertThat(leave(history(LEFT))).isEmpty();
        assertThat(leave(history(offered(null), taking()))).isEmpty();
        assertThat(refusalOf(() -> leave(List.of(registered())))).isEqualTo(Refusal.NO_SUCH_ENTRY);
    }

    @Test
    void an_offer_is_declined_once_and_not_after_it_was_taken() {
        assertThat(decline(history(offered(null)))).contains(DECLINED);
        assertThat(decline(history(offered(null), DECLINED))).isEmpty();
        assertThat(decline(history(offered(null), LEFT))).isEmpty();
        assertThat(refusalOf(() -> decline(history(offered(null), taking())))).isEqualTo(Refusal.OFFER_OVER);
        assertThat(refusalOf(() -> decline(history()))).isEqualTo(Refusal.NO_SUCH_OFFER);
    }

    @Test
    void who_takes_an_offer_is_booked_by_it() {
        assertThat(accept(history(offered(null))))
                .contains(new Book(
                        OTHER,
                        PATIENT,
                        COURSE,
                        Kind.TREATMENT,
                        at(TUESDAY, "09:00"),
                        FIRST,
                        null,
                        null,
                        null,
                        OFFER,
                        null));
        assertThat(accept(history(offered(null), taking()))).isEmpty();
        assertThat(accept(history(offered(null), new SeriesBooked(PATIENT, COURSE, List.of(taking())))))
                .isEmpty();
        assertThat(refusalOf(() -> accept(history(offered(null), DECLINED)))).isEqualTo(Refusal.OFFER_OVER);
        assertThat(refusalOf(() -> accept(history()))).isEqualTo(Refusal.NO_SUCH_OFFER);
    }

    @Test
    void their_later_appointment_moves_unless_it_was_called_off_meanwhile() {
        var later = booked(APPOINTMENT, TUESDAY.plusDays(3));
        var calledOff = new AppointmentCancelled(APPOINTMENT, PATIENT, COURSE, "PATIENT", "a cold");

        assertThat(accept(history(later, offered(APPOINTMENT))))
                .contains(new Move(APPOINTMENT, PATIENT, at(TUESDAY, "09:00"), FIRST, OFFER, null));
        assertThat(accept(history(later, offered(APPOINTMENT), calledOff)))
                .hasValueSatisfying(command -> assertThat(command).isInstanceOf(Book.class));
    }

    @Test
    void what_took_an_offer_and_was_called_off_since_does_not_stand() {
        var calledOff = new AppointmentCancelled(OTHER, PATIENT, COURSE, "PATIENT", "a cold");

        assertThat(refusalOf(() -> accept(history(offered(null), taking(), calledOff))))
                .isEqualTo(Refusal.APPOINTMENT_OVER);
    }

    private static AppointmentBooked taking() {
        var booked = booked(OTHER, TUESDAY);
        return new AppointmentBooked(
                booked.appointmentId(),
                booked.patientId(),
                booked.courseId(),
                booked.siteId(),
                booked.chairId(),
                booked.kind(),
                booked.start(),
                booked.end(),
                booked.turnoverMinutes(),
                booked.zone(),
                booked.doseMg(),
                null,
                List.of(),
                null,
                OFFER,
                null);
    }

    private static Optional<SchedulingEvent> join(PatientFile file) {
        return WaitlistDecider.join(joined(), file, esketamine(), MONDAY);
    }

    private static Optional<SchedulingEvent> leave(List<SchedulingEvent> history) {
        return WaitlistDecider.leave(ENTRY, PATIENT, Waitlist.of(history));
    }

    private static Optional<SchedulingEvent> decline(List<SchedulingEvent> history) {
        return WaitlistDecider.decline(OFFER, PATIENT, Waitlist.of(history));
    }

    private static Optional<BookingCommand> accept(List<SchedulingEvent> history) {
        return WaitlistDecider.accept(OFFER, OTHER, PATIENT, PatientFile.of(history), Waitlist.of(history));
    }

    private static Refusal refusalOf(ThrowingCallable decision) {
        return catchThrowableOfType(Refused.class, decision).refusal();
    }
}
