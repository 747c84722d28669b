package io.upswing.series;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/** R6, R8 in words: what a gate waits for, since when and until when. */
final class GateReasons {
    private GateReasons() {}

    static Because of(Gate gate, Situation situation) {
        var progress = situation.progress();
        if (gate.id().equals(Gate.FREQUENCY)) {
            var decision = progress.firstOpenInterval();
            var event = decision == null ? progress.stay().event() : decision.event();
            var events = event == null ? List.<UUID>of() : List.of(event);
            return new Because("R8", text(gate, ""), Sources.of(progress.phase(), "interval"), events);
        }
        var benefit = benefit(gate, situation);
        var why = gate.opensOn() == null ? "" : ": " + benefit.openedBecause();
        return new Because("R6", text(gate, why), benefit.source(), benefit.events());
    }

    private static BenefitGate benefit(Gate gate, Situation situation) {
        for (var passed : situation.progress().passedGates()) {
            if (passed.on(situation.asOf()).equals(gate)) {
                return passed;
            }
        }
        return requireNonNull(situation.progress().gate());
    }

    private static String text(Gate gate, String why) {
        return switch (gate.state()) {
            case NOT_OPEN -> "The " + gate.id() + " gate is not open yet" + due(gate) + ".";
            case OPEN -> "The " + gate.id() + " gate opened on " + gate.opensOn() + why + due(gate) + ".";
            case OVERDUE ->
                "The " + gate.id() + " gate opened on " + gate.opensOn() + why + due(gate) + ", which has passed.";
            case DECIDED -> "The " + gate.id() + " gate was decided on " + gate.decidedOn() + outcome(gate) + ".";
        };
    }

    private static String outcome(Gate gate) {
        if (gate.outcome() == null) {
            return "";
        }
        if (gate.id().equals(Gate.FREQUENCY)) {
            return ": an interval of " + gate.outcome();
        }
        return switch (BenefitFact.Outcome.valueOf(gate.outcome())) {
            case CONTINUE -> ": the course goes on to the next phase";
            case EXTEND -> ": the phase is extended";
            case COMPLETE -> ": the course is complete";
            case STOP -> ": the treatment is stopped";
        };
    }

    private static String due(Gate gate) {
        return gate.dueOn() == null ? "" : "; a decision is due on " + gate.dueOn();
    }
}
