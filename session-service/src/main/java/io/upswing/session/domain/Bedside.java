package io.upswing.session.domain;

import io.upswing.session.domain.Session.End;
import io.upswing.session.domain.SessionCommand.GiveOverride;
import io.upswing.session.domain.SessionCommand.RecordAdverseEvent;
import io.upswing.session.domain.SessionCommand.RecordAssessment;
import io.upswing.session.domain.SessionCommand.RecordChecklist;
import io.upswing.session.domain.SessionCommand.RecordVitals;
import io.upswing.session.events.SessionEvent.AdverseEventRecorded;
import io.upswing.session.events.SessionEvent.AssessmentRecorded;
import io.upswing.session.events.SessionEvent.ChecklistRecorded;
import io.upswing.session.events.SessionEvent.OverrideGiven;
import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is asked, read and seen of a patient in the chair: facts, also when they are written down after the session. */
final class Bedside {
    private Bedside() {}

    static ChecklistRecorded checklist(RecordChecklist command, Course course, Session session, Occasion occasion) {
        requireOfSession(command, session, occasion);
        requireBefore(command.at(), "lastFoodAt", command.lastFoodAt());
        requireBefore(command.at(), "lastLiquidAt", command.lastLiquidAt());
        requireBefore(command.at(), "nasalProductAt", command.nasalProductAt());
        return new ChecklistRecorded(
                course.id(),
                session.id(),
                command.at(),
                command.lastFoodAt(),
                command.lastLiquidAt(),
                command.nasalProductAt(),
                command.rideConfirmed(),
                command.concomitant(),
                command.weightKg(),
                command.pregnancy());
    }

    private static void requireBefore(Instant asked, String field, @Nullable Instant at) {
        if (at != null && at.isAfter(asked)) {
            throw Refused.badInput(field, "must not be after the checklist itself, " + asked);
        }
    }

    static VitalsRecorded vitals(RecordVitals command, Course course, Session session, Occasion occasion) {
        requireOfSession(command, session, occasion);
        if (command.systolic() <= command.diastolic()) {
            throw Refused.badInput("systolic", "must be more than diastolic");
        }
        return new VitalsRecorded(
                course.id(),
                session.id(),
                command.at(),
                command.systolic(),
                command.diastolic(),
                command.heartRate(),
                command.spo2(),
                command.respiratoryRate());
    }

    static AssessmentRecorded assessment(RecordAssessment command, Course course, Session session, Occasion occasion) {
        requireOfSession(command, session, occasion);
        if (command.moaas() == null && command.cadss() == null && command.respiratoryDepression() == null) {
            throw Refused.badInput("", "an assessment names at least one of moaas, cadss and respiratoryDepression");
        }
        return new AssessmentRecorded(
                course.id(),
                session.id(),
                command.at(),
                command.moaas(),
                command.cadss(),
                command.respiratoryDepression());
    }

    static AdverseEventRecorded adverseEvent(
            RecordAdverseEvent command, Course course, Session session, Occasion occasion) {
        requireOfSession(command, session, occasion);
        return new AdverseEventRecorded(
                course.id(), session.id(), command.at(), command.kind(), command.serious(), command.description());
    }

    /** Also before anything was refused, and on any day after: a prescriber may look at a record later. */
    static OverrideGiven override(GiveOverride command, Course course, Session session, Occasion occasion) {
        requireTookPlace(session);
        LiveSession.requireNotBefore(command.at(), session, occasion);
        var rule = Rule.of(command.rule())
                .orElseThrow(() -> Refused.badInput("rule", "must be one of " + String.join(", ", Rule.takeable())));
        if (!rule.canBeTaken()) {
            throw Refused.conflict("not-overridable", "Nobody can override " + rule.code() + ".");
        }
        return new OverrideGiven(course.id(), session.id(), command.at(), rule.code(), command.reason(), command.by());
    }

    private static void requireOfSession(SessionCommand command, Session session, Occasion occasion) {
        requireTookPlace(session);
        LiveSession.requireOfItsDay(command.at(), session, occasion);
    }

    /** What was entered in one record, or taken back, was not watched here. */
    private static void requireTookPlace(Session session) {
        if (session.end() instanceof End.Entered || session.isVoided()) {
            throw LiveSession.over();
        }
    }
}
