package io.upswing.series;

import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.util.List;
import java.util.UUID;

/** R5, R7, R8 in words: the phase, since when, and its interval. */
final class PhaseReasons {
    private PhaseReasons() {}

    static Because of(Progress progress) {
        var stay = progress.stay();
        var events = stay.event() == null ? List.<UUID>of() : List.of(stay.event());
        var rule = stay.event() == null ? "R5" : "R7";
        var phase = progress.phase();
        var text = stay.from() == null
                ? "The phase is " + phase.id()
                : "The phase has been " + phase.id() + " since " + stay.from();
        return switch (phase) {
            case Series series ->
                new Because(
                        rule,
                        text + ", with " + progress.given() + " of " + series.sessions() + " sessions given.",
                        Sources.of(series, "sessions"),
                        events);
            case Open open ->
                new Because(
                        rule,
                        text + "; sessions given in it: " + progress.given() + ".",
                        Sources.of(open, "interval"),
                        events);
        };
    }

    static void addVersion(Situation situation, List<Because> reasons) {
        var change = situation.facts().versionOn(situation.asOf());
        if (change != null) {
            var held = change.prescription();
            var text = "Since " + change.on() + " the course is held to version " + held.protocolVersion() + " of "
                    + held.protocolId() + ".";
            reasons.add(new Because("R5", text, Sources.HOUSE_RULE, List.of(change.event())));
        }
    }

    static void addInterval(Progress progress, List<Because> reasons) {
        var days = progress.intervalDays();
        if (days == null) {
            return;
        }
        var decision = progress.interval();
        var source = Sources.of(progress.phase(), "interval");
        if (decision == null) {
            var text = "The interval is " + Weeks.inWords(days) + ", the default until a clinician decides.";
            reasons.add(new Because("R8", text, source, List.of()));
        } else {
            var text = "A clinician decided on an interval of " + Weeks.inWords(days) + ", from " + decision.from()
                    + " on.";
            reasons.add(new Because("R8", text, source, List.of(decision.event())));
        }
    }
}
