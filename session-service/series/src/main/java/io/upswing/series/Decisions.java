package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.ProtocolVersionChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * R6, R8, R12: what may be decided and given now. A decision is judged as of its own date, with all facts known when it
 * is recorded; empty means that it is accepted.
 */
public final class Decisions {
    private Decisions() {}

    /** R6. */
    public static Optional<Refusal> benefit(CourseFacts facts, BenefitDecided decision) {
        return BenefitDecision.judge(facts, decision);
    }

    /** R8. */
    public static Optional<Refusal> interval(CourseFacts facts, IntervalDecided decision) {
        var from = decision.from();
        if (End.on(from, facts) != null) {
            return refused("course-over", "The course was over on " + from);
        }
        var progress = Walk.upTo(from, facts);
        var phase = progress.phase();
        if (phase instanceof Series series && (series.gated() || !(progress.nextPhase() instanceof Open))) {
            return refused(
                    "no-interval-in-this-phase",
                    "On " + from + " the phase is " + phase.id() + ", which has no interval");
        }
        var open = phase instanceof Open current ? current : progress.nextPhase();
        if (intervalDecidedFrom(from, facts)) {
            return refused(
                    "interval-not-allowed",
                    "An interval is already decided from " + from + ": void that decision first");
        }
        return allowed(open, decision.days());
    }

    /** R12: no dose while the benefit gate waits for a decision. */
    public static Optional<Refusal> dose(CourseFacts facts, LocalDate on) {
        var gate = Walk.upTo(on, facts).gate();
        if (gate == null || !gate.on(on).awaitsDecision()) {
            return Optional.empty();
        }
        return refused(
                "gate-pending",
                "The benefit gate opened on " + gate.on(on).opensOn() + ": a clinician decides before the next dose");
    }

    /** R13: a course is paused once at a time, and not from a day on which it is resumed. */
    public static Optional<Refusal> pause(CourseFacts facts, LocalDate from) {
        if (End.on(from, facts) != null) {
            return refused("course-over", "The course was over on " + from);
        }
        if (Pauses.on(from, facts) != null) {
            return refused("already-paused", "The course is already paused on " + from);
        }
        return Pauses.resumedOn(from, facts)
                ? refused("resumed-that-day", "The course is resumed on " + from + ": void that resumption first")
                : Optional.empty();
    }

    /** R13: only what is paused can be resumed. */
    public static Optional<Refusal> resumption(CourseFacts facts, LocalDate on) {
        if (End.on(on, facts) != null) {
            return refused("course-over", "The course was over on " + on);
        }
        return Pauses.on(on, facts) == null
                ? refused("not-paused", "The course is not paused on " + on)
                : Optional.empty();
    }

    /** What a dose on a date would be flagged with: only a prescriber gives it all the same. */
    public static List<Refusal> spacing(CourseFacts facts, LocalDate on) {
        return Spacing.of(facts, on);
    }

    /** R14: only a course that lapsed waits for this decision, once for each lapse. */
    public static Optional<Refusal> lapse(CourseFacts facts, LapseDecided decision) {
        return LapseDecision.judge(facts, decision);
    }

    /** Another version with the same phases: where the course stands must have a place in it. */
    public static Optional<Refusal> versionChange(CourseFacts facts, ProtocolVersionChanged change) {
        var on = change.on();
        if (End.on(on, facts) != null) {
            return refused("course-over", "The course was over on " + on);
        }
        if (facts.decided().versions().stream().anyMatch(version -> version.on().equals(on))) {
            return refused("already-decided", "A change is already decided from " + on + ": void that decision first");
        }
        return samePhases(facts.prescription().phases(), change.schedule().phases())
                ? Optional.empty()
                : refused("phases-differ", "Version " + change.protocolVersion() + " does not have the same phases");
    }

    private static boolean samePhases(List<Phase> some, List<Phase> others) {
        return some.stream()
                .map(Decisions::idAndKind)
                .toList()
                .equals(others.stream().map(Decisions::idAndKind).toList());
    }

    /** What was decided at a gate must find it there, and an open phase that was entered without an interval its own. */
    private static String idAndKind(Phase phase) {
        return switch (phase) {
            case Series series -> (series.gated() ? "gated " : "series ") + series.id();
            case Open open -> (open.defaultInterval() == null ? "open " : "with default ") + open.id();
        };
    }

    /** R14: a course ends once. */
    public static Optional<Refusal> closure(CourseFacts facts, LocalDate on) {
        return End.on(on, facts) == null ? Optional.empty() : refused("course-over", "The course was over on " + on);
    }

    static Optional<Refusal> allowed(@Nullable Phase phase, int days) {
        if (phase instanceof Open open && allows(open, days)) {
            return Optional.empty();
        }
        return refused("interval-not-allowed", "The protocol does not allow an interval of " + days + " days");
    }

    private static boolean allows(Open open, int days) {
        var inRange = open.min() != null && open.max() != null && open.min() <= days && days <= open.max();
        return inRange || open.allowed().contains(days) || open.flagged().containsKey(days);
    }

    private static boolean intervalDecidedFrom(LocalDate from, CourseFacts facts) {
        return facts.decided().intervals().stream()
                        .anyMatch(interval -> interval.from().equals(from))
                || facts.decided().benefits().stream()
                        .anyMatch(benefit ->
                                benefit.intervalDays() != null && benefit.on().equals(from));
    }

    static Optional<Refusal> refused(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }
}
