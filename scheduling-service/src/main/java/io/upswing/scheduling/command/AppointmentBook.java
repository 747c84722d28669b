package io.upswing.scheduling.command;

import io.upswing.eventlog.Draft;
import io.upswing.eventlog.EventLog;
import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Recorded;
import io.upswing.eventlog.Request;
import io.upswing.scheduling.domain.AppointmentCommand;
import io.upswing.scheduling.domain.AppointmentDecider;
import io.upswing.scheduling.domain.Booking;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.BookingDecider;
import io.upswing.scheduling.domain.Desk;
import io.upswing.scheduling.domain.HoldDecider;
import io.upswing.scheduling.domain.PatientFile;
import io.upswing.scheduling.domain.Recurrence;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.domain.Waitlist;
import io.upswing.scheduling.domain.WaitlistDecider;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.view.Visits;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records appointments and holds. What the database refuses is decided again on what it holds by then. */
@Singleton
public class AppointmentBook {
    /** Where an appointment is or shall be, and what it is a session of. */
    public record Place(UUID siteId, @Nullable UUID courseId) {}

    private final EventLog<SchedulingEvent> log;
    private final Desks desks;
    private final Visits visits;
    private final HoldConfig holds;
    private final InstantSource clock;

    AppointmentBook(EventLog<SchedulingEvent> log, Desks desks, Visits visits, HoldConfig holds, InstantSource clock) {
        this.log = log;
        this.desks = desks;
        this.visits = visits;
        this.holds = holds;
        this.clock = clock;
    }

    public Outcome<SchedulingEvent> handle(Request request, UUID patientId, AppointmentCommand command) {
        return Contention.decideAgain(() -> log.execute(
                request,
                patientId,
                history -> AppointmentDecider.decide(
                                command, patientId, file(history, command.appointmentId()), clock.instant())
                        .map(this::draft)));
    }

    /** As {@link #handle(Request, UUID, AppointmentCommand)}, for a patient who saw the appointment at a time. */
    public Outcome<SchedulingEvent> handleAsSeen(
            Request request, UUID patientId, Instant seen, AppointmentCommand command) {
        return Contention.decideAgain(() -> log.execute(
                request,
                patientId,
                history -> AppointmentDecider.decideAsSeen(command, seen, patientId, file(history), clock.instant())
                        .map(this::draft)));
    }

    /** What a patient takes who was offered it: booked, or moved there. */
    public Outcome<SchedulingEvent> accept(Request request, UUID patientId, UUID offerId) {
        return Contention.decideAgain(() -> log.execute(request, patientId, history -> {
            var list = Waitlist.of(events(history));
            var made = list.offer(offerId).made();
            var file = made.appointmentId() == null ? file(history) : file(history, made.appointmentId());
            var place = new Place(made.siteId(), made.courseId());
            return WaitlistDecider.accept(offerId, request.eventId(), patientId, file, list)
                    .flatMap(command -> decide(request.clinic(), command, file, place))
                    .map(this::draft);
        }));
    }

    /** A new appointment. */
    public Outcome<SchedulingEvent> handle(Request request, BookingCommand.Book command, Place place) {
        return record(request, command, file -> place, BookingDecider::decide);
    }

    /** The next session of a course, booked by its patient. */
    public Outcome<SchedulingEvent> bookNext(Request request, BookingCommand.Book command, Place place) {
        return record(request, command, file -> place, BookingDecider::bookNext);
    }

    /** Keeps the time of what would be booked; the id of the appointment is the hold's. */
    public Outcome<SchedulingEvent> hold(Request request, BookingCommand.Book wish, Place place) {
        return record(
                request,
                wish,
                file -> place,
                (book, file, desk, now) -> Optional.of(HoldDecider.hold(book, holds.lasts(), file, desk, now)));
    }

    public Outcome<SchedulingEvent> giveBack(Request request, UUID patientId, UUID holdId) {
        return Contention.decideAgain(() -> log.execute(
                request,
                patientId,
                history -> HoldDecider.giveBack(holdId, patientId, file(history), clock.instant())
                        .map(this::draft)));
    }

    /** Visits that recur, all or none. */
    public Outcome<SchedulingEvent> handle(Request request, Recurrence recurrence, Place place) {
        var first = recurrence.first();
        return Contention.decideAgain(() -> log.execute(request, first.patientId(), history -> {
            var file = file(history);
            var zone = desks.zone(request.clinic(), place.siteId());
            var booked = recurrence.book(zone, visit -> decide(request.clinic(), visit, file, place));
            return Optional.of(draft(booked));
        }));
    }

    /** Where an appointment is, only its own history knows. */
    public Outcome<SchedulingEvent> handle(Request request, BookingCommand.Move command) {
        Function<PatientFile, Place> place = file -> {
            var booking = file.booking(command.appointmentId());
            return new Place(booking.siteId(), booking.courseId());
        };
        return record(request, command, place, BookingDecider::decide);
    }

    /** An appointment that stands. */
    public Booking standing(String clinic, UUID patientId, UUID appointmentId) {
        return file(log.history(clinic, patientId)).activeBooking(appointmentId);
    }

    /** Whether a request was answered with an event. */
    public boolean isAnswered(String clinic, UUID eventId) {
        return log.find(clinic, eventId).isPresent();
    }

    /** What is said to a wish when everything it must suit lies on the desk. */
    private interface Decision<C> {
        Optional<SchedulingEvent> decide(C command, PatientFile file, Desk desk, Instant now);
    }

    private <C extends BookingCommand> Outcome<SchedulingEvent> record(
            Request request, C command, Function<PatientFile, Place> place, Decision<C> decision) {
        return Contention.decideAgain(() -> {
            try {
                return log.execute(request, command.patientId(), history -> {
                    var file = file(history, command);
                    var desk = desks.ofDay(request.clinic(), place.apply(file), command);
                    return decision.decide(command, file, desk, clock.instant()).map(this::draft);
                });
            } catch (Refused refused) {
                throw refused.refusal().mayBeFreeElsewhere()
                        ? refusedWithAlternatives(request.clinic(), command, place, decision)
                        : refused;
            }
        });
    }

    /** What is free instead is looked for when nobody waits any more; and if that time is free by now, it is tried again. */
    private <C extends BookingCommand> RuntimeException refusedWithAlternatives(
            String clinic, C command, Function<PatientFile, Place> place, Decision<C> decision) {
        var file = file(log.history(clinic, command.patientId()), command);
        try {
            decision.decide(command, file, desks.ofDaysAround(clinic, place.apply(file), command), clock.instant());
            return new Contention.Overtaken();
        } catch (Refused refused) {
            return refused;
        }
    }

    /** As part of more: what is free instead is looked for at once. */
    private Optional<SchedulingEvent> decide(String clinic, BookingCommand command, PatientFile file, Place place) {
        try {
            return BookingDecider.decide(command, file, desks.ofDay(clinic, place, command), clock.instant());
        } catch (Refused refused) {
            if (!refused.refusal().mayBeFreeElsewhere()) {
                throw refused;
            }
            return BookingDecider.decide(command, file, desks.ofDaysAround(clinic, place, command), clock.instant());
        }
    }

    private Draft<SchedulingEvent> draft(SchedulingEvent event) {
        return Draft.of(event, clock.instant());
    }

    private static PatientFile file(List<Recorded<SchedulingEvent>> history) {
        return PatientFile.of(events(history));
    }

    /** For what is new nobody can have come. */
    private PatientFile file(List<Recorded<SchedulingEvent>> history, BookingCommand command) {
        return switch (command) {
            case BookingCommand.Book _ -> file(history);
            case BookingCommand.Move move -> file(history, move.appointmentId());
        };
    }

    /** With who came for an appointment. */
    private PatientFile file(List<Recorded<SchedulingEvent>> history, UUID appointmentId) {
        return PatientFile.of(events(history), visits.stages(appointmentId));
    }

    private static List<SchedulingEvent> events(List<Recorded<SchedulingEvent>> history) {
        return history.stream().map(Recorded::event).toList();
    }
}
