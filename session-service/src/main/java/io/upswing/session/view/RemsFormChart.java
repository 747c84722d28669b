package io.upswing.session.view;

import io.upswing.session.domain.Course;
import io.upswing.session.domain.FormProgress;
import io.upswing.session.domain.FormStep;
import io.upswing.session.domain.Occasion;
import io.upswing.session.domain.RemsForm;
import io.upswing.session.domain.RemsForms;
import io.upswing.session.domain.Session;
import io.upswing.session.events.SessionEvent.MissingField;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The monitoring form of a session as it stands. {@code missing}: its fields that no record fills, {@code explained}: why;
 * {@code steps}: what was done with it, oldest first; {@code timeZone}: of the site.
 */
public record RemsFormChart(
        UUID sessionId,
        UUID courseId,
        String timeZone,
        State state,
        LocalDate dueOn,
        boolean overdue,
        RemsForm form,
        List<String> missing,
        List<MissingField> explained,
        List<RemsFormRecorded> steps) {

    /** How far the form is; {@code REOPENED}: what it tells changed after it was signed, and it begins again. */
    public enum State {
        NOT_STARTED,
        DRAFTED,
        SIGNED,
        SUBMITTED,
        ACKNOWLEDGED,
        REOPENED
    }

    /** @throws io.upswing.session.domain.Refused where no form is asked for */
    public static RemsFormChart of(Course course, Session session, Occasion occasion) {
        var form = RemsForms.form(course, session, occasion.birthDate());
        var progress = RemsForms.progress(course, session);
        var dueOn = RemsForms.dueOn(session);
        return new RemsFormChart(
                session.id(),
                course.id(),
                occasion.zone().getId(),
                state(progress),
                dueOn,
                !progress.has(FormStep.SUBMITTED) && occasion.today().isAfter(dueOn),
                form,
                form.missing(),
                progress.explained().entrySet().stream()
                        .map(field -> new MissingField(field.getKey(), field.getValue()))
                        .toList(),
                course.standing(RemsFormRecorded.class)
                        .filter(step -> step.sessionId().equals(session.id()))
                        .toList());
    }

    private static State state(FormProgress progress) {
        if (progress.reached() == null) {
            return progress.reopened() ? State.REOPENED : State.NOT_STARTED;
        }
        return switch (progress.reached()) {
            case DRAFTED -> State.DRAFTED;
            case SIGNED -> State.SIGNED;
            case SUBMITTED -> State.SUBMITTED;
            case ACKNOWLEDGED -> State.ACKNOWLEDGED;
        };
    }
}
