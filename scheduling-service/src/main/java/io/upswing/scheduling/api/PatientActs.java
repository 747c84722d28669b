package io.upswing.scheduling.api;

import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.links.DeadLink;
import io.upswing.links.PatientLink;
import io.upswing.links.Purpose;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.domain.AppointmentCommand;
import io.upswing.scheduling.domain.BookingCommand;
import io.upswing.scheduling.domain.FreeSlot;
import io.upswing.scheduling.domain.Refusal;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.view.Linked;
import io.upswing.scheduling.view.LinkedAppointment;
import io.upswing.scheduling.view.LinkedCourse;
import io.upswing.scheduling.view.PatientsSlots;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers a patient's link with a page. That a link serves once is the log's: the event that uses it has the link's id. */
@Singleton
class PatientActs {
    /** Who does what is done by a link. */
    static final String ACTOR = "patient";

    private final AppointmentBook book;
    private final Linked linked;
    private final PatientsSlots slots;
    private final AppointmentPages pages;

    PatientActs(AppointmentBook book, Linked linked, PatientsSlots slots, AppointmentPages pages) {
        this.book = book;
        this.linked = linked;
        this.slots = slots;
        this.pages = pages;
    }

    Response open(PatientLink link, Instant now) {
        return switch (link.purpose()) {
            case CONFIRM -> ofAppointment(link, now, found -> pages.show(200, link, found, null));
            case CANCEL -> ofAppointment(link, now, found -> pages.cancel(200, link, found, null));
            case MOVE -> ofAppointment(link, now, found -> choose(200, link, found, now, null));
            case BOOK -> ofCourse(link, now, found -> choose(200, link, found, now, null));
            case QUESTIONNAIRE, PREFERENCES, OFFER -> throw unknown(link);
        };
    }

    Response confirm(PatientLink link, @Nullable Instant seen, Instant now) {
        var command = new AppointmentCommand.Confirm(link.subject());
        return ofAppointment(link, now, found -> answer(link, found, seen, command, "confirmed"));
    }

    Response cancel(PatientLink link, @Nullable Instant seen, Instant now) {
        var command = new AppointmentCommand.Cancel(
                link.subject(), AppointmentCommand.By.PATIENT, "The patient cancelled by the link in a message.");
        return ofAppointment(link, now, found -> answer(link, found, seen, command, "cancelled"));
    }

    Response move(PatientLink link, @Nullable Instant start, Instant now) {
        return ofAppointment(link, now, found -> {
            var chosen = chosen(slots.insteadOf(found, now), start);
            return chosen.isEmpty()
                    ? choose(409, link, found, now, notChosen(start))
                    : move(link, found, chosen.get(), now);
        });
    }

    private Response move(PatientLink link, LinkedAppointment found, FreeSlot to, Instant now) {
        var command = new BookingCommand.Move(link.subject(), link.patientId(), to.start(), to.chairId(), null, null);
        try {
            return done(link, book.handle(request(found.clinic(), link), command), "moved");
        } catch (Refused refused) {
            return choose(409, link, found, now, "taken");
        }
    }

    Response book(PatientLink link, @Nullable Instant start, Instant now) {
        return ofCourse(link, now, found -> {
            var chosen = chosen(slots.next(found, now), start);
            return chosen.isEmpty()
                    ? choose(409, link, found, now, notChosen(start))
                    : book(link, found, chosen.get(), now);
        });
    }

    private Response book(PatientLink link, LinkedCourse course, FreeSlot at, Instant now) {
        var command = new BookingCommand.Book(
                link.eventId(),
                link.patientId(),
                course.courseId(),
                BookingCommand.Kind.TREATMENT,
                at.start(),
                at.chairId(),
                null,
                null,
                null,
                null,
                null);
        var place = new AppointmentBook.Place(course.place().siteId(), course.courseId());
        try {
            book.bookNext(request(course.clinic(), link), command, place);
            return pages.say(200, link, appointment(link, link.eventId()), "booked");
        } catch (Refused refused) {
            return linked.next(course, now)
                    .map(next -> pages.say(409, link, next, "bookedAlready"))
                    .orElseGet(() -> choose(409, link, course, now, "taken"));
        }
    }

    private Response answer(
            PatientLink link,
            LinkedAppointment found,
            @Nullable Instant seen,
            AppointmentCommand command,
            String said) {
        var request = request(found.clinic(), link);
        try {
            var saw = seen == null ? found.start() : seen;
            return done(link, book.handleAsSeen(request, link.patientId(), saw, command), said);
        } catch (Refused refused) {
            return refused.refusal() == Refusal.APPOINTMENT_ELSEWHEN
                    ? again(link, appointment(link, link.subject()))
                    : pages.say(409, link, "over");
        }
    }

    private Response again(PatientLink link, LinkedAppointment moved) {
        return link.purpose() == Purpose.CANCEL
                ? pages.cancel(409, link, moved, "elsewhen")
                : pages.show(409, link, moved, "elsewhen");
    }

    private Response done(PatientLink link, Outcome<SchedulingEvent> outcome, String said) {
        var appointment = appointment(link, link.subject());
        return switch (outcome) {
            case Outcome.Logged<SchedulingEvent> _,
                    Outcome.Pending<SchedulingEvent> _,
                    Outcome.Unchanged<SchedulingEvent> _ -> pages.say(200, link, appointment, said);
            case Outcome.Repeated<SchedulingEvent> _ -> pages.say(200, link, appointment, "used");
        };
    }

    /** What a link that still serves shows; one that does not says how things are. */
    private interface Page<T> {
        Response of(T found);
    }

    private Response ofAppointment(PatientLink link, Instant now, Page<LinkedAppointment> page) {
        var found = appointment(link, link.subject());
        if (book.isAnswered(found.clinic(), link.eventId())) {
            return used(link, found, now);
        }
        return found.isAhead(now) ? page.of(found) : pages.say(410, link, "over");
    }

    private Response used(PatientLink link, LinkedAppointment found, Instant now) {
        return link.purpose() == Purpose.CONFIRM && found.isAhead(now)
                ? pages.used(link, found)
                : pages.say(200, link, found, found.state().active() ? "used" : "usedOff");
    }

    private Response ofCourse(PatientLink link, Instant now, Page<LinkedCourse> page) {
        var found = linked.course(link.patientId(), link.subject()).orElseThrow(() -> unknown(link));
        var next = linked.next(found, now);
        if (next.isPresent()) {
            return pages.say(200, link, next.get(), "bookedAlready");
        }
        return book.isAnswered(found.clinic(), link.eventId()) ? pages.say(410, link, "over") : page.of(found);
    }

    private LinkedAppointment appointment(PatientLink link, UUID appointmentId) {
        return linked.appointment(link.patientId(), appointmentId).orElseThrow(() -> unknown(link));
    }

    private Response choose(
            int status, PatientLink link, LinkedAppointment found, Instant now, @Nullable String notice) {
        return pages.move(status, link, found, slots.insteadOf(found, now), notice);
    }

    private Response choose(int status, PatientLink link, LinkedCourse found, Instant now, @Nullable String notice) {
        return pages.book(status, link, found, slots.next(found, now), notice);
    }

    /** Only what the page shows may be chosen: it is what the course allows. */
    private static Optional<FreeSlot> chosen(List<FreeSlot> slots, @Nullable Instant start) {
        return slots.stream().filter(slot -> slot.start().equals(start)).findFirst();
    }

    private static String notChosen(@Nullable Instant start) {
        return start == null ? "chooseOne" : "taken";
    }

    private static DeadLink unknown(PatientLink link) {
        return new DeadLink(DeadLink.Why.UNKNOWN, link.language());
    }

    private static Request request(String clinic, PatientLink link) {
        return new Request(clinic, ACTOR, link.eventId(), null, null);
    }
}
