package io.upswing.session.domain;

import io.upswing.series.SessionFact;
import io.upswing.session.domain.Session.End;
import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.domain.SessionCommand.StopDose;
import io.upswing.session.events.SessionEvent.DoseGiven;
import io.upswing.session.events.SessionEvent.DoseStopped;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A dose of a running session, and its early end. Rules can hold the first dose; whatever follows is a fact. */
final class Dosing {
    private Dosing() {}

    static DoseGiven give(GiveDose command, Visit visit, Occasion occasion) {
        var session = visit.session();
        requireFits(command, visit.schedule().route());
        LiveSession.requireOfItsDay(command.at(), session, occasion);
        requireNotOver(command.at(), session);
        requireNotStopped(command, session);
        requireInfusionInOrder(command, session);
        if (session.doses().isEmpty()) {
            Blocks.require(visit, occasion.dateOf(command.at()), command.mg());
        }
        var ordered = visit.orderedMg();
        return new DoseGiven(
                visit.course().id(),
                session.id(),
                session.siteId(),
                session.treatmentDate(),
                command.at(),
                command.kind().name(),
                command.mg(),
                ordered,
                session.stop() == null && completes(command, session, ordered),
                command.lot(),
                command.device(),
                command.greenDots());
    }

    private static void requireFits(GiveDose command, String route) {
        if (!command.kind().fits(route)) {
            throw Refused.badInput("kind", "does not fit the protocol's route, " + route);
        }
        if (command.greenDots() == null) {
            return;
        }
        if (command.kind() != DoseKind.DEVICE) {
            throw Refused.badInput("greenDots", "is said of nasal devices only");
        }
        if (!command.greenDots()) {
            throw Refused.conflict(
                    Rule.NO_GREEN_DOTS.code(), "A device without two green dots is discarded: take another.");
        }
    }

    /** What was given before the end may be written down after it. */
    private static void requireNotOver(Instant at, Session session) {
        var over = switch (session.end()) {
            case End.Running _ -> false;
            case End.Discharged out -> at.isAfter(out.at());
            case End.Aborted off -> at.isAfter(off.at());
            case End.LeftAgainstAdvice left -> at.isAfter(left.at());
            case End.Entered _, End.Voided _ -> true;
        };
        if (over) {
            throw LiveSession.over();
        }
    }

    private static void requireNotStopped(GiveDose command, Session session) {
        var stop = session.stop();
        if (stop != null && command.at().isAfter(stop.at())) {
            throw Refused.conflict("dose-stopped", "The dose was stopped at " + stop.at() + ": nothing more is given.");
        }
    }

    /** An infusion ends before the next begins: once, and not before it began. That nobody saw it begin is no reason. */
    private static void requireInfusionInOrder(GiveDose command, Session session) {
        var last = session.lastDoseAt();
        if (last == null || session.stop() != null) {
            return;
        }
        switch (command.kind()) {
            case INFUSION_START -> {
                if (session.infusionRunning()) {
                    throw Refused.badInput("kind", "an infusion runs since " + last + ": it ends first");
                }
            }
            case INFUSION_END -> {
                if (!session.infusionRunning()) {
                    throw Refused.badInput("kind", "no infusion runs since " + last);
                }
                if (command.at().isBefore(last)) {
                    throw Refused.badInput("at", "must not be before the infusion began, " + last);
                }
            }
            case DEVICE, INJECTION -> {}
        }
    }

    /** R1: the record that brings the given mg to the ordered dose, or the end of the infusion. */
    private static boolean completes(GiveDose command, Session session, @Nullable BigDecimal ordered) {
        return switch (command.kind()) {
            case INFUSION_START -> false;
            case INFUSION_END -> true;
            case DEVICE -> ordered != null && reaches(ordered, session, command.mg());
            // An injection whose dose depends on a weight that nobody took is given whole
            case INJECTION -> ordered == null ? session.doses().isEmpty() : reaches(ordered, session, command.mg());
        };
    }

    private static boolean reaches(BigDecimal ordered, Session session, BigDecimal mg) {
        var before = session.givenMg();
        return before.compareTo(ordered) < 0 && before.add(mg).compareTo(ordered) >= 0;
    }

    static DoseStopped stop(StopDose command, Visit visit, Occasion occasion) {
        var session = visit.session();
        LiveSession.requireOfItsDay(command.at(), session, occasion);
        requireNotOver(command.at(), session);
        requireDosing(visit);
        requirePart(command, visit);
        return new DoseStopped(
                visit.course().id(),
                session.id(),
                session.siteId(),
                session.treatmentDate(),
                command.at(),
                command.givenMg(),
                command.wastedMg(),
                command.witness(),
                command.counted());
    }

    private static void requireDosing(Visit visit) {
        var session = visit.session();
        if (session.doses().isEmpty() || session.stop() != null || visit.given() == SessionFact.Given.FULL) {
            throw Refused.conflict("not-dosing", "Only a dose that was begun and not given in full is stopped, once.");
        }
    }

    private static void requirePart(StopDose command, Visit visit) {
        var last = visit.session().lastDoseAt();
        if (last != null && command.at().isBefore(last)) {
            throw Refused.badInput("at", "must not be before the last dose, " + last);
        }
        var ordered = visit.orderedMg();
        if (ordered != null && command.givenMg().compareTo(ordered) >= 0) {
            throw Refused.badInput("givenMg", "must be less than the ordered " + ordered.toPlainString() + " mg");
        }
    }
}
