package io.upswing.session.domain;

import io.upswing.series.BenefitFact;
import io.upswing.series.Decisions;
import io.upswing.session.domain.SessionCommand.ChangeVersion;
import io.upswing.session.domain.SessionCommand.CloseCourse;
import io.upswing.session.domain.SessionCommand.DecideBenefit;
import io.upswing.session.domain.SessionCommand.DecideInterval;
import io.upswing.session.domain.SessionCommand.DecideLapse;
import io.upswing.session.domain.SessionCommand.PauseCourse;
import io.upswing.session.domain.SessionCommand.ResumeCourse;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import java.util.Objects;
import java.util.Optional;

/** What a clinician decides about a course; the due rules say whether it can be decided now. */
final class CourseDecisions {
    private CourseDecisions() {}

    static BenefitDecided benefit(DecideBenefit command, Course course, Occasion occasion) {
        occasion.requireNotAfterToday("on", command.on());
        if (command.outcome() == BenefitFact.Outcome.EXTEND
                && (command.reviewOn() == null || !command.reviewOn().isAfter(command.on()))) {
            throw Refused.badInput("reviewOn", "EXTEND needs a date after its own");
        }
        var decided = new BenefitDecided(
                course.id(),
                command.outcome().name(),
                command.on(),
                command.decidedBy(),
                command.intervalDays(),
                command.reviewOn(),
                command.reason());
        Refused.ifAny(Decisions.benefit(course.facts(), decided));
        return decided;
    }

    static IntervalDecided interval(DecideInterval command, Course course) {
        var decided =
                new IntervalDecided(course.id(), command.days(), command.from(), command.decidedBy(), command.reason());
        Refused.ifAny(Decisions.interval(course.facts(), decided));
        return decided;
    }

    static CoursePaused pause(PauseCourse command, Course course) {
        Refused.ifAny(Decisions.pause(course.facts(), command.from()));
        return new CoursePaused(course.id(), command.from(), command.reason());
    }

    static CourseResumed resume(ResumeCourse command, Course course) {
        Refused.ifAny(Decisions.resumption(course.facts(), command.on()));
        return new CourseResumed(course.id(), command.on());
    }

    static LapseDecided lapse(DecideLapse command, Course course, Occasion occasion) {
        occasion.requireNotAfterToday("on", command.on());
        var decided = new LapseDecided(
                course.id(), command.outcome().name(), command.on(), command.decidedBy(), command.reason());
        Refused.ifAny(Decisions.lapse(course.facts(), decided));
        return decided;
    }

    /** Pins the whole version, as the prescription did. Empty where the course is held to it already. */
    static Optional<SessionEvent> version(ChangeVersion command, Course course, Occasion occasion) {
        var protocol = command.protocol();
        var on = Objects.requireNonNullElse(command.on(), occasion.today());
        if (course.schedule(on).version() == protocol.version()) {
            return Optional.empty();
        }
        var changed = new ProtocolVersionChanged(
                course.id(),
                protocol.id(),
                protocol.version(),
                Prescribing.schedule(protocol, course.prescribed().pattern(), "version"),
                on,
                command.decidedBy());
        Refused.ifAny(Decisions.versionChange(course.facts(), changed));
        return Optional.of(changed);
    }

    static CourseClosed close(CloseCourse command, Course course) {
        Refused.ifAny(Decisions.closure(course.facts(), command.on()));
        return new CourseClosed(course.id(), command.on(), command.reason());
    }
}
