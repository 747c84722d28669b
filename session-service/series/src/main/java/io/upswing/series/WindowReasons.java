package io.upswing.series;

import io.upswing.session.events.Phase.Gap;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** R9 to R13 in words: where the next window comes from, or why there is none. */
final class WindowReasons {
    private WindowReasons() {}

    static List<Because> of(Situation situation) {
        var window = situation.window();
        if (window == null) {
            return none(situation);
        }
        var reasons = new ArrayList<Because>(2);
        reasons.add(given(situation, window));
        if (window.next().provisional()) {
            var text =
                    "The benefit gate is open: this session may be booked, but not given before a clinician has decided.";
            reasons.add(gate(situation, text));
        }
        return reasons;
    }

    private static List<Because> none(Situation situation) {
        var end = situation.end();
        if (end != null) {
            return List.of(
                    rule13("The course has been over since " + end.from() + ": no session is due.", end.event()));
        }
        var pause = situation.pause();
        if (pause != null) {
            return List.of(
                    rule13("The course has been paused since " + pause.on() + ": no session is due.", pause.event()));
        }
        if (situation.gatePending()) {
            return List.of(gate(
                    situation,
                    "The benefit gate is open: the next session has no dates until a clinician has decided."));
        }
        var text = "No interval has been decided, so the next session has no date.";
        return List.of(new Because("R11", text, Sources.of(situation.progress().phase(), "interval"), List.of()));
    }

    private static Because given(Situation situation, Window window) {
        var last = situation.progress().last();
        if (last == null) {
            var prescription = situation.progress().prescription();
            var text = "The course was prescribed on " + prescription.on()
                    + "; the first session is due within 7 days, " + "at the latest within 14.";
            return new Because("R9", text, Sources.HOUSE_RULE, List.of(prescription.event()));
        }
        return switch (window.phase()) {
            case Series series ->
                new Because(
                        "R10",
                        spaced(series, last.on(), window.next().earliest()),
                        Sources.of(series, "gap"),
                        last.events());
            case Open open ->
                new Because("R11", counted(open, window, last.on()), Sources.of(open, "window"), last.events());
        };
    }

    private static String spaced(Series series, LocalDate last, LocalDate earliest) {
        Gap gap = series.gap();
        var target =
                gap.targetFrom() == gap.targetTo() ? "" + gap.targetTo() : gap.targetFrom() + " to " + gap.targetTo();
        var text = "The next session of " + series.id() + " is planned " + target + " days after " + last
                + ", at least " + gap.min() + " and at most " + gap.max() + ".";
        if (earliest.equals(last.plusDays(gap.min()))) {
            return text;
        }
        return text + " The treatment week before " + earliest + " already holds the most that a week may: "
                + series.perWeek() + ".";
    }

    private static String counted(Open open, Window window, LocalDate last) {
        return "The next session is planned for " + window.next().targetTo() + ", " + Weeks.inWords(window.step())
                + " after " + last + ", with " + Weeks.inWords(open.window()) + " on either side.";
    }

    private static Because gate(Situation situation, String text) {
        var gate = situation.progress().gate();
        return gate == null
                ? new Because("R12", text, Sources.HOUSE_RULE, List.of())
                : new Because("R12", text, gate.source(), gate.events());
    }

    private static Because rule13(String text, UUID event) {
        return new Because("R13", text, Sources.HOUSE_RULE, List.of(event));
    }
}
