package io.upswing.session.domain;

import io.upswing.session.domain.Session.End;
import io.upswing.session.domain.SessionCommand.GiveDose;
import io.upswing.session.events.SessionEvent.DoseGiven;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A dose of a running session. Law and label can refuse the first; whatever follows is a fact. */
final class Dosing {
    private Dosing() {}

    static DoseGiven give(GiveDose command, Chart chart, Course course, Session session, Occasion occasion) {
        var schedule = course.schedule(session.treatmentDate());
        if (!command.kind().fits(schedule.route())) {
            throw Refused.badInput("kind", "does not fit the protocol's route, " + schedule.route());
        }
        requireOfItsDay(command, session, occasion);
        requireNotOver(command, session);
        var ordered = DoseRules.ordered(course, session, occasion.birthDate());
        if (session.doses().isEmpty()) {
            Blocks.require(chart, course, occasion.dateOf(command.at()), ordered, command.mg());
        }
        return new DoseGiven(
                course.id(),
                session.id(),
                session.siteId(),
                session.treatmentDate(),
                command.at(),
                command.kind().name(),
                command.mg(),
                ordered,
                completes(command, session, ordered),
                command.lot(),
                command.device(),
                null);
    }

    /** A session that began in the evening may end after midnight. */
    private static void requireOfItsDay(GiveDose command, Session session, Occasion occasion) {
        var date = occasion.dateOf(command.at());
        if (date.isBefore(session.treatmentDate())
                || date.isAfter(session.treatmentDate().plusDays(1))) {
            throw Refused.badInput("at", "must be on the day of the session, " + session.treatmentDate());
        }
    }

    /** What was given before the end may be written down after it. */
    private static void requireNotOver(GiveDose command, Session session) {
        var over = switch (session.end()) {
            case End.Running _ -> false;
            case End.Discharged out -> command.at().isAfter(out.at());
            case End.Aborted off -> command.at().isAfter(off.at());
            case End.Entered _, End.Voided _ -> true;
        };
        if (over) {
            throw LiveSession.over();
        }
    }

    /** R1: the record that brings the given mg to the ordered dose, or the end of the infusion. */
    private static boolean completes(GiveDose command, Session session, @Nullable BigDecimal ordered) {
        return switch (command.kind()) {
            case INFUSION_START -> false;
            case INFUSION_END -> true;
            case DEVICE -> ordered != null && reaches(ordered, session, command.mg());
            // An injection whose dose depends on a weight is given whole
            case INJECTION -> ordered == null ? session.doses().isEmpty() : reaches(ordered, session, command.mg());
        };
    }

    private static boolean reaches(BigDecimal ordered, Session session, BigDecimal mg) {
        var before = session.givenMg();
        return before.compareTo(ordered) < 0 && before.add(mg).compareTo(ordered) >= 0;
    }
}
