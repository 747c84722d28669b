package io.upswing.series;

import static java.util.Objects.requireNonNull;

import io.upswing.series.Standing.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** R14 in words: which condition held first and, while it has not lapsed, from when the course would. */
final class StateReasons {
    private StateReasons() {}

    static void addAll(Situation situation, List<Because> reasons) {
        reasons.add(because(situation, why(situation)));
        if (situation.lapsesOn() != null && situation.state() != State.LAPSED) {
            reasons.add(because(
                    situation,
                    "Without another session the course counts as lapsed from " + situation.lapsesOn() + "."));
        }
    }

    private static Because because(Situation situation, String text) {
        var source = Sources.text(situation.progress().prescription().lapseSource());
        return new Because("R14", text, source, events(situation));
    }

    private static String why(Situation situation) {
        return switch (situation.state()) {
            case STOPPED -> "The course has been stopped since " + end(situation) + ".";
            case COMPLETED -> "The course has been complete since " + end(situation) + ".";
            case PAUSED ->
                "The course has been paused since "
                        + requireNonNull(situation.pause()).on() + ".";
            case NOT_STARTED -> "No session has been counted up to " + situation.asOf() + ".";
            case LAPSED -> "The course has counted as lapsed since " + situation.lapsesOn() + resumed(situation) + ".";
            case GATE_PENDING -> "The benefit gate waits for a clinician's decision.";
            case OVERDUE ->
                "The latest date for the next session, " + next(situation).latest() + ", has passed.";
            case LATE ->
                "The target date of the next session, " + next(situation).targetTo() + ", has passed.";
            case WINDOW_OPEN ->
                "The next session has been due since " + next(situation).earliest() + ".";
            case NOT_DUE ->
                situation.window() == null
                        ? "No session is due."
                        : "The next session is not due before "
                                + next(situation).earliest() + ".";
        };
    }

    private static LocalDate end(Situation situation) {
        return requireNonNull(situation.end()).from();
    }

    private static Next next(Situation situation) {
        return requireNonNull(situation.window()).next();
    }

    private static String resumed(Situation situation) {
        var decision = situation.lapseDecision();
        return decision == null
                ? ""
                : "; on " + decision.on() + " it was decided to resume, and the next session ends the lapse";
    }

    private static List<UUID> events(Situation situation) {
        if (situation.end() != null) {
            return List.of(situation.end().event());
        }
        if (situation.pause() != null) {
            return List.of(situation.pause().event());
        }
        var resumed = situation.lapseDecision();
        if (resumed != null) {
            return List.of(resumed.event());
        }
        var last = situation.progress().last();
        return last == null || situation.state() == State.NOT_STARTED ? List.of() : last.events();
    }
}
