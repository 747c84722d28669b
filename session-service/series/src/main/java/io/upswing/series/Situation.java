package io.upswing.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R13, R14: everything derived about a course on a date that the answers, items and reasons are made of. */
record Situation(
        CourseFacts facts,
        LocalDate asOf,
        Progress progress,
        @Nullable End end,
        @Nullable DatedFact pause,
        @Nullable Window window,
        @Nullable LocalDate lapsesOn,
        Standing.State state) {

    static Situation on(LocalDate asOf, CourseFacts facts) {
        var progress = Walk.upTo(asOf, facts);
        var end = End.on(asOf, facts);
        var pause = end == null ? Pauses.on(asOf, facts) : null;
        var window = end == null && pause == null ? Windows.on(asOf, progress) : null;
        var lapsesOn = end == null && pause == null ? lapsesOn(asOf, progress, window) : null;
        var state = state(asOf, progress, end, pause, window, lapsesOn);
        return new Situation(facts, asOf, progress, end, pause, window, lapsesOn, state);
    }

    private static @Nullable LocalDate lapsesOn(LocalDate asOf, Progress progress, @Nullable Window window) {
        var last = progress.last();
        if (last == null || (window == null && gatePending(asOf, progress))) {
            return null;
        }
        return last.on().plusDays(Windows.lapseLimit(progress, window) + 1L);
    }

    private static Standing.State state(
            LocalDate asOf,
            Progress progress,
            @Nullable End end,
            @Nullable DatedFact pause,
            @Nullable Window window,
            @Nullable LocalDate lapsesOn) {
        if (end != null) {
            return end.state();
        }
        if (pause != null) {
            return Standing.State.PAUSED;
        }
        if (progress.last() == null) {
            return Standing.State.NOT_STARTED;
        }
        if (lapsesOn != null && !asOf.isBefore(lapsesOn)) {
            return Standing.State.LAPSED;
        }
        return gatePending(asOf, progress) ? Standing.State.GATE_PENDING : within(window, asOf);
    }

    private static Standing.State within(@Nullable Window window, LocalDate asOf) {
        if (window == null || asOf.isBefore(window.next().earliest())) {
            return Standing.State.NOT_DUE;
        }
        if (asOf.isAfter(window.next().latest())) {
            return Standing.State.OVERDUE;
        }
        return asOf.isAfter(window.next().targetTo()) ? Standing.State.LATE : Standing.State.WINDOW_OPEN;
    }

    private static boolean gatePending(LocalDate asOf, Progress progress) {
        return progress.gate() != null && progress.gate().on(asOf).awaitsDecision();
    }

    boolean gatePending() {
        return gatePending(asOf, progress);
    }

    /** Facts dated later are not considered. */
    boolean knows(LocalDate date) {
        return !date.isAfter(asOf);
    }

    /** The decision that the present lapse already has. */
    @Nullable
    LapseFact lapseDecision() {
        return lapsesOn == null ? null : LapseDecision.taken(facts, lapsesOn, asOf);
    }

    /** What was last said of an oral antidepressant. */
    @Nullable
    AntidepressantFact antidepressant() {
        for (var fact : facts.status().antidepressants().reversed()) {
            if (knows(fact.on())) {
                return fact;
            }
        }
        return null;
    }

    /** An item that is neither provisional nor booked. */
    DueItem item(
            DueItem.Kind kind,
            DueItem.Audience audience,
            String subject,
            LocalDate from,
            LocalDate on,
            LocalDate overdueAfter,
            List<Because> because) {
        var state = DueItem.State.on(asOf, from, on, overdueAfter);
        return new DueItem(kind, audience, subject, from, on, overdueAfter, state, false, null, null, because);
    }

    boolean over() {
        return end != null;
    }

    /** R6, R8: the benefit gates reached so far and, in an open phase with a default, the frequency gate. */
    List<Gate> gates() {
        var gates = new ArrayList<Gate>(3);
        for (var passed : progress.passedGates()) {
            gates.add(passed.on(asOf));
        }
        if (progress.gate() != null) {
            gates.add(progress.gate().on(asOf));
        }
        var frequency = FrequencyGate.on(asOf, progress);
        if (frequency != null) {
            gates.add(frequency);
        }
        return gates;
    }
}
