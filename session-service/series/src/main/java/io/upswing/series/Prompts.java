package io.upswing.series;

import io.upswing.series.Standing.Prompt;
import io.upswing.series.Standing.State;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** R16, as far as it needs no measures: what a clinician should decide on. Nothing here changes anything by itself. */
final class Prompts {
    private Prompts() {}

    static List<Prompt> of(Situation situation) {
        var prompts = new ArrayList<Prompt>(1);
        if (startOverdue(situation)) {
            prompts.add(notStarted(situation.progress().prescription()));
        }
        var last = situation.progress().last();
        if (situation.state() == State.LAPSED && last != null) {
            prompts.add(lapsed(situation, last));
        }
        return prompts;
    }

    private static Prompt notStarted(Prescription prescription) {
        var text = "Prescribed on " + prescription.on() + " and not started within the window for the first session.";
        return new Prompt("START_OVERDUE", text, List.of(prescription.event().toString()));
    }

    private static Prompt lapsed(Situation situation, SessionFact last) {
        var text = "No session since " + last.on() + ", lapsed from " + situation.lapsesOn()
                + ": resume, re-induce or step back.";
        return new Prompt(
                "LAPSE_DECISION",
                text,
                last.events().stream().map(UUID::toString).toList());
    }

    private static boolean startOverdue(Situation situation) {
        var window = situation.window();
        return situation.state() == State.NOT_STARTED
                && window != null
                && situation.asOf().isAfter(window.next().latest());
    }
}
