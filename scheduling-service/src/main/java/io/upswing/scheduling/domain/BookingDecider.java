package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Kind;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.domain.Placement.Place;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentBooked;
import io.upswing.scheduling.events.SchedulingEvent.AppointmentMoved;
import io.upswing.scheduling.events.SchedulingEvent.Watch;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a chair may be booked for a time, and for how long. The database proves once more that it was free. */
public final class BookingDecider {
    private BookingDecider() {}

    public static Optional<SchedulingEvent> decide(BookingCommand command, PatientFile file, Desk desk, Instant now) {
        return switch (command) {
            case Book book -> Optional.of(book(book, file, desk, now));
            case Move move -> move(move, file, desk, now);
        };
    }

    /** By themselves patients book the next session, and not another one by the next message. */
    public static Optional<SchedulingEvent> bookNext(Book command, PatientFile file, Desk desk, Instant now) {
        var next = file.active().stream()
                .filter(booking -> booking.treats() && booking.start().isAfter(now))
                .filter(booking -> Objects.equals(booking.courseId(), command.courseId()))
                .findFirst();
        if (next.isPresent()) {
            throw new Refused(
                    Refusal.PATIENT_ALREADY_BOOKED,
                    "The next session is at " + next.get().start() + ".");
        }
        return decide(command, file, desk, now);
    }

    private static SchedulingEvent book(Book command, PatientFile file, Desk desk, Instant now) {
        var placement = placement(command, file, desk, now);
        var stay = placement.stay();
        var place = placement.find(command, command.overbookReason() != null, now);
        var slot = place.slot();
        return new AppointmentBooked(
                command.appointmentId(),
                command.patientId(),
                command.courseId(),
                desk.site().id(),
                slot.chairId(),
                command.kind().name(),
                slot.start(),
                slot.end(),
                (int) stay.turnover().toMinutes(),
                desk.site().zone().getId(),
                command.doseMg(),
                place.overbooked() ? command.overbookReason() : null,
                place.warnings(),
                watch(stay, slot.start()),
                command.holdId(),
                place.override());
    }

    static Placement placement(Book command, PatientFile file, Desk desk, Instant now) {
        file.requirePresent();
        var course = requireOwnCourse(command, desk);
        var treated = command.kind() == Kind.TREATMENT ? course : Optional.<CourseAtDesk>empty();
        var stay = treated.map(at -> at.stayFor(command.doseMg(), desk.site().durations()))
                .orElseGet(() -> ChairTime.ofVisit(command.minutes()));
        return Placement.of(command, desk, treated, file, stay, now);
    }

    private static Optional<SchedulingEvent> move(Move command, PatientFile file, Desk desk, Instant now) {
        var booking = file.activeBooking(command.appointmentId());
        if (alreadyThere(command, booking)) {
            return Optional.empty();
        }
        return Optional.of(
                moved(command, booking, placement(command, file, desk, now).find(command, false, now)));
    }

    static Placement placement(Move command, PatientFile file, Desk desk, Instant now) {
        var booking = file.awaited(command.appointmentId(), now);
        var treated = booking.treats() ? desk.courseIfAny() : Optional.<CourseAtDesk>empty();
        return Placement.of(command, desk, treated, file, booking.stay(), now);
    }

    static @Nullable Watch watch(Stay stay, Instant start) {
        var watch = stay.watch();
        if (watch == null) {
            return null;
        }
        var at = watch.at(start);
        return new Watch(at.from(), at.to(), watch.prescriber());
    }

    private static AppointmentMoved moved(Move command, Booking booking, Place place) {
        var slot = place.slot();
        return new AppointmentMoved(
                booking.id(),
                command.patientId(),
                booking.courseId(),
                booking.siteId(),
                booking.zone(),
                booking.chairId(),
                booking.start(),
                booking.end(),
                slot.chairId(),
                slot.start(),
                slot.end(),
                place.warnings(),
                command.holdId(),
                place.override());
    }

    private static boolean alreadyThere(Move command, Booking booking) {
        return booking.start().equals(command.start())
                && (command.chairId() == null || booking.chairId().equals(command.chairId()));
    }

    private static Optional<CourseAtDesk> requireOwnCourse(Book command, Desk desk) {
        var course = desk.courseIfAny();
        course.ifPresent(at -> requirePatient(at, command.patientId()));
        return course;
    }

    static void requirePatient(CourseAtDesk course, UUID patientId) {
        if (!course.facts().prescription().patientId().equals(patientId)) {
            throw new Refused(Refusal.COURSE_OF_ANOTHER_PATIENT, "The course is of another patient.");
        }
    }
}
