package io.upswing.scheduling.duecases;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.RemsFormRecorded;
import io.upswing.session.events.SessionEvent.SessionCorrected;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code forms}: of every session on its day; {@code session's date=FORM>date}, or DRAFT, of one on that date;
 * {@code session's date=REOPENED}; {@code date=ANTIDEPRESSANT} or {@code date=NO_ANTIDEPRESSANT}; {@code inpatient}, which
 * the prescription says.
 */
final class CaseRecords {
    private CaseRecords() {}

    /** {@code sessions}: by their dates. */
    static List<? extends SessionEvent> of(String cell, Map<LocalDate, UUID> sessions) {
        return switch (cell) {
            case "inpatient" -> List.of();
            case "forms" ->
                sessions.entrySet().stream()
                        .map(session -> form(session.getValue(), "SUBMITTED", session.getKey()))
                        .toList();
            default -> List.of(on(LocalDate.parse(cell.substring(0, 10)), CaseHistory.after("=", cell), sessions));
        };
    }

    private static SessionEvent on(LocalDate on, String what, Map<LocalDate, UUID> sessions) {
        return switch (what.split(">")[0]) {
            case "FORM" -> form(session(on, sessions), "SUBMITTED", LocalDate.parse(CaseHistory.after(">", what)));
            case "DRAFT" -> form(session(on, sessions), "SIGNED", LocalDate.parse(CaseHistory.after(">", what)));
            case "REOPENED" ->
                new SessionCorrected(CaseHistory.COURSE, session(on, sessions), null, null, null, null, "L2", "lot");
            case "ANTIDEPRESSANT" -> new ConcurrentTreatmentRecorded(CaseHistory.COURSE, true, on);
            case "NO_ANTIDEPRESSANT" -> new ConcurrentTreatmentRecorded(CaseHistory.COURSE, false, on);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static UUID session(LocalDate on, Map<LocalDate, UUID> sessions) {
        return Objects.requireNonNull(sessions.get(on), () -> "No session on " + on);
    }

    private static RemsFormRecorded form(UUID session, String state, LocalDate on) {
        return new RemsFormRecorded(CaseHistory.COURSE, session, state, CaseHistory.NOON, on, List.of());
    }
}
