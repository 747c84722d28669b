package io.upswing.series;

import io.upswing.series.Standing.Prompt;
import java.time.LocalDate;
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
        return List.of(GateReasons.of(gate, situation));
    }

    List<Because> all(int missedTargets, List<Prompt> prompts) {
        var reasons = new ArrayList<Because>(8);
        counted(reasons);
        situation.progress().findings().forEach(finding -> reasons.add(finding.because()));
        PhaseReasons.addVersion(situation, reasons);
        reasons.add(PhaseReasons.of(situation.progress()));
        for (var gate : situation.gates()) {
            reasons.add(GateReasons.of(gate, situation));
        }
        PhaseReasons.addInterval(situation.progress(), reasons);
        reasons.addAll(window);
        StateReasons.addAll(situation, reasons);
        if (missedTargets > 0 && situation.window() != null) {
            reasons.add(missed(situation.window(), missedTargets));
        }
        prompts.forEach(prompt -> reasons.add(prompted(prompt)));
        return reasons;
    }

    private void counted(List<Because> reasons) {
        var progress = situation.progress();
        var last = progress.last();
        if (last == null) {
            return;
        }
        var first = progress.counted().getFirst().session();
        var text = progress.counted().size() == 1
                ? "One session counts, given on " + first.on() + ": that is day 1."
                : progress.counted().size() + " sessions count: the first was given on " + first.on()
                        + ", which is day 1, the last on " + last.on() + ".";
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
        var first = window.next().targetTo();
        var text = missedTargets == 1
                ? "The target date " + first + " passed without a session."
                : missedTargets + " target dates passed without a session: " + first + ", and every "
                        + Weeks.inWords(window.step()) + " after it up to " + situation.asOf() + ".";
        return new Because("R15", text, Sources.HOUSE_RULE, List.of());
    }

    private static Because prompted(Prompt prompt) {
        var events = prompt.evidence().stream().map(UUID::fromString).toList();
        return new Because("R16", prompt.text(), Sources.HOUSE_RULE, events);
    }

    static List<Because> checkIn(SessionFact session) {
        var text = "A session took place on " + session.on() + "; the day after, the patient is asked how it went.";
        return because("CHECK_IN", text, session.events());
    }

    static List<Because> measure(String scale, LocalDate on) {
        var text = "A session is booked for " + on + "; " + Instruments.name(scale)
                + " is asked for on the day before or that day.";
        return because("MEASURE", text, List.of());
    }

    static List<Because> reassessment(Reassessment due) {
        return because("R16", due.text(), List.of(due.decision().event()));
    }

    static List<Because> form(SessionFact session, LocalDate due) {
        var text = "A dose was given on " + session.on() + "; its monitoring form is to be submitted by " + due + ".";
        return because("REMS_FORM", text, session.events());
    }

    static List<Because> safety(MeasureFact measure) {
        var text = "The answers to " + measure.scale() + " on " + measure.on()
                + " speak of suicidal thoughts; only a clinician closes this.";
        return because("SAFETY", text, List.of(measure.event()));
    }

    List<Because> lapse(SessionFact last, LocalDate lapsesOn) {
        var text = "The last session was on " + last.on() + "; without another the course lapses on " + lapsesOn
                + ", and a prescriber decides how to go on.";
        var source = Sources.text(situation.progress().prescription().lapseSource());
        return List.of(new Because("R14", text, source, last.events()));
    }

    private static List<Because> because(String rule, String text, List<UUID> events) {
        return List.of(new Because(rule, text, Sources.HOUSE_RULE, events));
    }
}
