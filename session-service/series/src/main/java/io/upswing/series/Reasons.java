package io.upswing.series;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Why a standing is what it is: one sentence a rule, with its numbers, their source and the events. */
final class Reasons {
    private final Situation situation;
    private final List<Because> window;

    Reasons(Situation situation) {
        this.situation = situation;
        this.window = WindowReasons.of(situation);
    }

    /** R9 to R13. */
    List<Because> window() {
        return window;
    }

    /** R6 or R8, for one gate of the standing. */
    List<Because> gate(Gate gate) {
        return List.of(GateReasons.of(gate, situation.progress()));
    }

    List<Because> all(int missedTargets) {
        var reasons = new ArrayList<Because>(8);
        counted(reasons);
        situation.progress().findings().forEach(finding -> reasons.add(finding.because()));
        reasons.add(PhaseReasons.of(situation.progress()));
        for (var gate : situation.gates()) {
            reasons.add(GateReasons.of(gate, situation.progress()));
        }
        PhaseReasons.addInterval(situation.progress(), reasons);
        reasons.addAll(window);
        reasons.add(StateReasons.of(situation));
        if (missedTargets > 0 && situation.window() != null) {
            reasons.add(missed(situation.window(), missedTargets));
        }
        return reasons;
    }

    private void counted(List<Because> reasons) {
        var progress = situation.progress();
        var last = progress.last();
        if (last == null) {
            return;
        }
        var first = progress.counted().getFirst().session();
        var text = progress.counted().size() + " counted, day 1 is " + first.on() + ", the last " + last.on() + ".";
        reasons.add(new Because("R1", text, Sources.HOUSE_RULE, events(first, last)));
        if (!situation.asOf().isBefore(first.on())) {
            var week = situation.asOf() + " is in treatment week " + Weeks.of(first.on(), situation.asOf()) + ".";
            reasons.add(new Because("R3", week, Sources.HOUSE_RULE, first.events()));
        }
    }

    private static List<UUID> events(SessionFact first, SessionFact last) {
        if (first.equals(last)) {
            return last.events();
        }
        var events = new ArrayList<>(first.events());
        events.addAll(last.events());
        return events;
    }

    private Because missed(Window window, int missedTargets) {
        var text = missedTargets + " missed: counted from " + window.next().targetTo() + " every " + window.step()
                + " days up to " + situation.asOf() + ".";
        return new Because("R15", text, Sources.HOUSE_RULE, List.of());
    }

    static Because checkIn(SessionFact session) {
        var text = "A session took place on " + session.on() + "; the day after, the patient is asked how it went.";
        return new Because("CHECK_IN", text, Sources.HOUSE_RULE, session.events());
    }
}
