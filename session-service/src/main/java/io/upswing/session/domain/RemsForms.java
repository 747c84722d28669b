package io.upswing.session.domain;

import io.upswing.series.DueRules;
import io.upswing.session.domain.SessionCommand.RecordRemsForm;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with the monitoring form that the REMS asks for after every session of an outpatient. */
public final class RemsForms {
    private RemsForms() {}

    public static LocalDate dueOn(Session session) {
        return DueRules.formDueOn(session.treatmentDate());
    }

    public static FormProgress progress(Course course, Session session) {
        return FormProgress.of(course, session.id());
    }

    /** @throws Refused where no form is asked for */
    public static RemsForm form(Course course, Session session, @Nullable LocalDate birthDate) {
        requireForm(course, session);
        return new FormRecords(course, session).form(birthDate);
    }

    static Optional<SessionEvent> record(RecordRemsForm command, Course course, Session session, Occasion occasion) {
        requireForm(course, session);
        requirePossible(command, session, occasion);
        var progress = progress(course, session);
        if (progress.has(command.state()) && !addsReasons(command, progress)) {
            return Optional.empty();
        }
        requireOrder(command.state(), progress);
        if (command.state() == FormStep.SIGNED) {
            requireComplete(command, progress, form(course, session, occasion.birthDate()));
        }
        return Optional.of(new RemsFormRecorded(
                course.id(),
                session.id(),
                command.state().name(),
                command.at(),
                occasion.dateOf(command.at()),
                command.explained()));
    }

    private static void requireForm(Course course, Session session) {
        if (!course.schedule(session.treatmentDate()).rems()) {
            throw noForm("The protocol of this course is not under REMS.");
        }
        if (Setting.valueOf(course.prescribed().setting()) == Setting.INPATIENT) {
            throw noForm("Inpatients have no monitoring form.");
        }
        if (session.isVoided()) {
            throw noForm("The session was voided.");
        }
        if (session.givenMg().signum() == 0) {
            throw noForm("No dose was given in this session.");
        }
    }

    private static Refused noForm(String detail) {
        return Refused.conflict("no-form", detail);
    }

    private static void requirePossible(RecordRemsForm command, Session session, Occasion occasion) {
        if (session.isRunning()) {
            throw Refused.conflict("session-running", "The form is for when the session is over.");
        }
        LiveSession.requireNotBefore(command.at(), session, occasion);
        for (var field : command.explained()) {
            if (!RemsForm.mayBeMissing(field.field())) {
                throw Refused.badInput("explained", "the form has no such field to explain: " + field.field());
            }
        }
    }

    private static boolean addsReasons(RecordRemsForm command, FormProgress progress) {
        return !progress.explained(command.explained()).equals(progress.explained());
    }

    /** More reasons may be added to a draft; what was signed stands as it was signed. */
    private static void requireOrder(FormStep step, FormProgress progress) {
        var more = step == FormStep.DRAFTED && progress.reached() == FormStep.DRAFTED;
        if (more || progress.reached() == step.before()) {
            return;
        }
        throw Refused.conflict(
                "form-order",
                progress.has(step)
                        ? "The form is " + progress.reached() + "; reasons are added to a draft."
                        : "The form must be " + step.before() + " first.");
    }

    private static void requireComplete(RecordRemsForm command, FormProgress progress, RemsForm form) {
        var explained = progress.explained(command.explained());
        var open = form.missing().stream()
                .filter(field -> !explained.containsKey(field))
                .collect(Collectors.joining(", "));
        if (!open.isEmpty()) {
            throw Refused.conflict(
                    "form-incomplete", "Neither recorded nor explained: " + open + ". Record it, or say why not.");
        }
    }
}
