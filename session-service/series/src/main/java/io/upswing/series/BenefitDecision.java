package io.upswing.series;

import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.SessionEvent.BenefitDecided;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** R6: whether a decision at a benefit gate is accepted, as of the date on which it was made. */
final class BenefitDecision {
    private final BenefitDecided decision;
    private final BenefitFact.Outcome outcome;
    private final Progress progress;

    private BenefitDecision(CourseFacts facts, BenefitDecided decision) {
        this.decision = decision;
        this.outcome = BenefitFact.Outcome.valueOf(decision.outcome());
        this.progress = Walk.upTo(decision.on(), facts);
    }

    static Optional<Refusal> judge(CourseFacts facts, BenefitDecided decision) {
        var judged = new BenefitDecision(facts, decision);
        if (judged.alreadyDecided()) {
            return Decisions.refused("already-decided", "This gate was decided: void that decision first");
        }
        if (End.on(decision.on(), facts) != null) {
            return Decisions.refused("course-over", "The course was over on " + decision.on());
        }
        return switch (judged.outcome) {
            case CONTINUE -> judged.continuation();
            case EXTEND -> judged.extension();
            case COMPLETE, STOP -> judged.withoutInterval();
        };
    }

    /** A gate that was passed is behind the course: without a current gate there is nothing left to decide. */
    private boolean alreadyDecided() {
        var gate = progress.gate();
        return gate == null
                ? !progress.passedGates().isEmpty()
                : gate.on(decision.on()).state() == Gate.State.DECIDED;
    }

    private Optional<Refusal> continuation() {
        if (progress.nextPhase() == null) {
            return Decisions.refused(
                    "no-next-phase", "Nothing follows " + progress.phase().id());
        }
        return notOpen().or(this::intervalOfNext);
    }

    private Optional<Refusal> extension() {
        return notOpen().or(this::withoutInterval).or(() -> reviewed(decision));
    }

    private static Optional<Refusal> reviewed(BenefitDecided decision) {
        var review = decision.reviewOn();
        return review != null && review.isAfter(decision.on())
                ? Optional.empty()
                : Decisions.refused("review-needed", "EXTEND needs a reviewOn after " + decision.on());
    }

    private Optional<Refusal> notOpen() {
        var gate = progress.gate();
        return gate != null && gate.on(decision.on()).awaitsDecision()
                ? Optional.empty()
                : Decisions.refused("gate-not-open", "The benefit gate is not open on " + decision.on());
    }

    private Optional<Refusal> intervalOfNext() {
        if (!(progress.nextPhase() instanceof Open open) || open.defaultInterval() != null) {
            return withoutInterval();
        }
        return interval(open, decision.intervalDays());
    }

    private static Optional<Refusal> interval(Open open, @Nullable Integer days) {
        return days == null
                ? Decisions.refused("interval-needed", open.id() + " has no default: CONTINUE needs intervalDays")
                : Decisions.allowed(open, days);
    }

    private Optional<Refusal> withoutInterval() {
        return decision.intervalDays() == null
                ? Optional.empty()
                : Decisions.refused("interval-not-expected", decision.outcome() + " takes no intervalDays here");
    }
}
