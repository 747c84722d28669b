package io.upswing.scheduling.api;

import io.upswing.eventlog.Outcome;
import io.upswing.eventlog.Request;
import io.upswing.links.DeadLink;
import io.upswing.links.PatientLink;
import io.upswing.scheduling.command.AppointmentBook;
import io.upswing.scheduling.command.WaitlistBook;
import io.upswing.scheduling.domain.Offer;
import io.upswing.scheduling.domain.Refused;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.view.Linked;
import io.upswing.scheduling.view.LinkedAppointment;
import io.upswing.scheduling.view.LinkedOffer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers a patient's link to a time that is kept for them. It serves for one answer: the event of a yes and that of a no
 * have the same id. Unlike what staff take for a patient, what has expired is not tried any more: others are asked by then.
 */
@Singleton
class OfferActs {
    private final AppointmentBook book;
    private final WaitlistBook waitlist;
    private final Linked linked;
    private final AppointmentPages pages;

    OfferActs(AppointmentBook book, WaitlistBook waitlist, Linked linked, AppointmentPages pages) {
        this.book = book;
        this.waitlist = waitlist;
        this.linked = linked;
        this.pages = pages;
    }

    Response open(PatientLink link, Instant now) {
        return ofOffer(link, now, (offer, place) -> show(link, offer, place));
    }

    Response take(PatientLink link, Instant now) {
        return ofOffer(link, now, (offer, place) -> take(link, place, now));
    }

    Response decline(PatientLink link, Instant now) {
        return ofOffer(link, now, (offer, place) -> decline(link, place));
    }

    private Response show(PatientLink link, Offer offer, LinkedOffer place) {
        var own = Optional.ofNullable(offer.made().appointmentId())
                .map(appointment -> appointment(link, appointment))
                .filter(appointment -> appointment.state().active());
        return pages.offer(link, place.place(), offer.made(), own.orElse(null));
    }

    private Response take(PatientLink link, LinkedOffer place, Instant now) {
        try {
            var outcome = book.accept(request(link, place), link.patientId(), link.subject());
            var after = offer(link, place);
            return switch (outcome) {
                case Outcome.Logged<SchedulingEvent> _, Outcome.Pending<SchedulingEvent> _ -> isTaken(link, after);
                case Outcome.Unchanged<SchedulingEvent> _ -> wasTaken(link, after, place);
                case Outcome.Repeated<SchedulingEvent> _ -> over(link, after, place);
            };
        } catch (Refused refused) {
            var after = offer(link, place);
            return after.standsAt(now) ? pages.say(409, link, "offerGone") : over(link, after, place);
        }
    }

    private Response decline(PatientLink link, LinkedOffer place) {
        try {
            var outcome = waitlist.decline(request(link, place), link.patientId(), link.subject());
            return switch (outcome) {
                case Outcome.Logged<SchedulingEvent> _,
                        Outcome.Pending<SchedulingEvent> _,
                        Outcome.Unchanged<SchedulingEvent> _ -> pages.say(200, link, "declined");
                case Outcome.Repeated<SchedulingEvent> _ -> over(link, offer(link, place), place);
            };
        } catch (Refused refused) {
            return over(link, offer(link, place), place);
        }
    }

    /** What an offer that stands is answered with; of one that does not is said what became of it. */
    private interface Page {
        Response of(Offer offer, LinkedOffer place);
    }

    private Response ofOffer(PatientLink link, Instant now, Page page) {
        var place = linked.offer(link.patientId(), link.subject()).orElseThrow(() -> unknown(link));
        var offer = offer(link, place);
        return offer.standsAt(now) ? page.of(offer, place) : over(link, offer, place);
    }

    private Response over(PatientLink link, Offer offer, LinkedOffer place) {
        return switch (offer.state()) {
            case TAKEN -> wasTaken(link, offer, place);
            case DECLINED -> isUsed(link, place) ? pages.say(200, link, "usedNo") : pages.say(410, link, "offerOver");
            case OPEN -> pages.say(410, link, "offerOver");
        };
    }

    private Response isTaken(PatientLink link, Offer offer) {
        var taken = taken(offer);
        var moved = taken.equals(offer.made().appointmentId());
        return pages.say(200, link, appointment(link, taken), moved ? "moved" : "booked");
    }

    private Response wasTaken(PatientLink link, Offer offer, LinkedOffer place) {
        var appointment = appointment(link, taken(offer));
        if (isUsed(link, place)) {
            return pages.say(200, link, appointment, appointment.state().active() ? "used" : "usedOff");
        }
        return appointment.state().active()
                ? pages.say(200, link, appointment, "offerTaken")
                : pages.say(410, link, "over");
    }

    /** What was booked or moved by it; what staff moved there without it is there all the same. */
    private static UUID taken(Offer offer) {
        var taken = offer.appointmentId() == null ? offer.made().appointmentId() : offer.appointmentId();
        return Objects.requireNonNull(taken);
    }

    private Offer offer(PatientLink link, LinkedOffer place) {
        return waitlist.offer(place.clinic(), link.patientId(), link.subject());
    }

    private boolean isUsed(PatientLink link, LinkedOffer place) {
        return book.isAnswered(place.clinic(), link.eventId());
    }

    private LinkedAppointment appointment(PatientLink link, UUID appointmentId) {
        return linked.appointment(link.patientId(), appointmentId).orElseThrow(() -> unknown(link));
    }

    private static DeadLink unknown(PatientLink link) {
        return new DeadLink(DeadLink.Why.UNKNOWN, link.language());
    }

    private static Request request(PatientLink link, LinkedOffer place) {
        return new Request(place.clinic(), PatientActs.ACTOR, link.eventId(), null, null);
    }
}
