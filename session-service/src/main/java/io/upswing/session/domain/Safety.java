package io.upswing.session.domain;

import io.upswing.session.domain.SessionCommand.CloseSafetyTask;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a clinician does about answers that opened a safety task. */
final class Safety {
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);

    private Safety() {}

    static Optional<SessionEvent> close(CloseSafetyTask command, Chart chart, Occasion occasion) {
        var measure = chart.measures().stream()
                .filter(each -> each.id().equals(command.taskId()) && each.opensSafetyTask())
                .findFirst()
                .orElseThrow(() -> Refused.noSuch("safety task"));
        var isClosed = chart.patient().closures().stream()
                .anyMatch(closure -> closure.taskId().equals(command.taskId()));
        if (isClosed) {
            return Optional.empty(); // asking twice is fine
        }
        return Optional.of(new SafetyTaskClosed(
                measure.recorded().patientId(),
                measure.recorded().courseId(),
                measure.id(),
                command.by(),
                command.disposition(),
                command.at(),
                dateOf(command.at(), chart, occasion)));
    }

    /** Before any course no site is known: a task that is closed must not look open for another day at the one to come. */
    private static LocalDate dateOf(Instant at, Chart chart, Occasion occasion) {
        return chart.courses().isEmpty() ? at.atOffset(WESTERNMOST).toLocalDate() : occasion.dateOf(at);
    }
}
