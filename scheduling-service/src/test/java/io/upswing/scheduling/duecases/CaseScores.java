package io.upswing.scheduling.duecases;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * {@code date=INSTRUMENT/score}, or {@code dateThh:mm=…} where the time matters; {@code !} after it: the answers open a
 * safety task, {@code !>date}: a clinician closed it on that date. A C-SSRS has no score: {@code date=CSSRS/!}.
 */
final class CaseScores {
    private CaseScores() {}

    /** {@code id}: that of the first event. */
    static List<SessionEvent> of(String cell, UUID id) {
        var measured = measured(cell);
        if (!cell.contains("!>")) {
            return List.of(measured);
        }
        var on = LocalDate.parse(CaseHistory.after("!>", cell));
        var closed = new SafetyTaskClosed(
                CaseHistory.PATIENT, CaseHistory.COURSE, id, "Dr Osei", "plan made", CaseHistory.NOON, on);
        return List.of(measured, closed);
    }

    private static MeasureRecorded measured(String cell) {
        var taken = cell.substring(0, cell.indexOf('='));
        var on = LocalDate.parse(taken.substring(0, 10));
        var at = LocalTime.parse(taken.length() > 10 ? taken.substring(11) : "12:00");
        var points = CaseHistory.after("/", cell).split("!", -1)[0];
        return new MeasureRecorded(
                CaseHistory.PATIENT,
                CaseHistory.COURSE,
                cell.substring(cell.indexOf('=') + 1, cell.indexOf('/')),
                null,
                points.isEmpty() ? null : Integer.valueOf(points),
                on,
                on.atTime(at).toInstant(ZoneOffset.UTC),
                null,
                null,
                null,
                null,
                null,
                cell.contains("!"));
    }
}
