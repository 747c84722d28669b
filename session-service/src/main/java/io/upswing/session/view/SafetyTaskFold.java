package io.upswing.session.view;

import io.upswing.eventlog.Recorded;
import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Folds what opens, closes and takes back safety tasks; what is there is read in one query. Sets and deletes by key. */
final class SafetyTaskFold {
    private final SafetyTasks tasks;
    private final Map<UUID, SafetyTaskRow> rows = new HashMap<>();

    private SafetyTaskFold(SafetyTasks tasks) {
        this.tasks = tasks;
    }

    static SafetyTaskFold over(SafetyTasks tasks, List<Recorded<SessionEvent>> events) {
        var ids = events.stream().flatMap(SafetyTaskFold::named).toList();
        var fold = new SafetyTaskFold(tasks);
        if (!ids.isEmpty()) {
            tasks.list("taskId in ?1 or closureId in ?1", ids).forEach(row -> fold.rows.put(row.taskId, row));
        }
        return fold;
    }

    private static Stream<UUID> named(Recorded<SessionEvent> recorded) {
        return switch (recorded.event()) {
            case MeasureRecorded measure when measure.safety() -> Stream.of(recorded.id());
            case SafetyTaskClosed closed -> Stream.of(closed.taskId());
            case RecordVoided voided -> Stream.of(voided.eventId());
            case SessionEvent.OfCourse _, SessionEvent.OfPatient _, SessionEvent.OfProtocol _ -> Stream.of();
        };
    }

    void opened(Recorded<SessionEvent> recorded, MeasureRecorded measure) {
        if (!measure.safety()) {
            return;
        }
        var row = rows.computeIfAbsent(recorded.id(), id -> new SafetyTaskRow());
        row.taskId = recorded.id();
        row.clinic = recorded.clinic();
        row.patientId = measure.patientId();
        row.courseId = measure.courseId();
        row.instrument = measure.instrument();
        row.takenOn = measure.on();
        row.takenAt = measure.at();
        row.state = SafetyTask.State.OPEN;
        tasks.persist(row);
    }

    void closed(Recorded<SessionEvent> recorded, SafetyTaskClosed closed) {
        var row = rows.get(closed.taskId());
        if (row == null) {
            throw new IllegalStateException("A closure of a safety task that was not opened: " + closed.taskId());
        }
        row.state = SafetyTask.State.CLOSED;
        row.closureId = recorded.id();
        row.closedBy = closed.by();
        row.disposition = closed.disposition();
        row.closedAt = closed.at();
    }

    /** Most of what is taken back has nothing to do with a task. */
    void takenBack(RecordVoided voided) {
        var measured = rows.remove(voided.eventId());
        if (measured != null) {
            tasks.delete(measured);
            return;
        }
        rows.values().stream()
                .filter(row -> Objects.equals(row.closureId, voided.eventId()))
                .forEach(SafetyTaskFold::reopen);
    }

    private static void reopen(SafetyTaskRow row) {
        row.state = SafetyTask.State.OPEN;
        row.closureId = null;
        row.closedBy = null;
        row.disposition = null;
        row.closedAt = null;
    }
}
