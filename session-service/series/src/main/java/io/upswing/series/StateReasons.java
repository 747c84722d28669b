package io.upswing.series;

import io.upswing.series.Standing.State;
import java.util.List;
import java.util.UUID;

/** R14 in words: which condition held first, and until when the course does not lapse. */
final class StateReasons {
    private StateReasons() {}

    static Because of(Situation situation) {
        var source = Sources.text(situation.progress().prescription().lapseSource());
        return new Because(
                "R14", situation.state() + ": " + why(situation) + lapse(situation), source, events(situation));
    }

    private static String why(Situation situation) {
        var asOf = situation.asOf();
        var window = situation.window();
        return switch (situation.state()) {
            case STOPPED, COMPLETED ->
                situation.end() == null ? "" : "since " + situation.end().from() + ".";
            case PAUSED ->
                situation.pause() == null ? "" : "since " + situation.pause().on() + ".";
            case NOT_STARTED -> "no counted session up to " + asOf + ".";
            case LAPSED -> asOf + " is past the lapse limit" + resumed(situation) + ".";
            case GATE_PENDING -> "the benefit gate waits for a clinician's decision.";
            case OVERDUE ->
                window == null
                        ? ""
                        : asOf + " is after the latest date, " + window.next().latest() + ".";
            case LATE ->
                window == null
                        ? ""
                        : asOf + " is after the target, " + window.next().targetTo() + ".";
            case WINDOW_OPEN ->
                window == null ? "" : "open since " + window.next().earliest() + ".";
            case NOT_DUE ->
                window == null
                        ? "nothing is due."
                        : "not before " + window.next().earliest() + ".";
        };
    }

    private static String resumed(Situation situation) {
        var decision = situation.lapseDecision();
        return decision == null
                ? ""
                : "; on " + decision.on() + " it was decided to resume, the next session ends the lapse";
    }

    private static String lapse(Situation situation) {
        return situation.lapsesOn() == null
                ? ""
                : " Without a session it counts as lapsed from " + situation.lapsesOn() + ".";
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
