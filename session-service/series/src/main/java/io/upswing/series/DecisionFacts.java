package io.upswing.series;

import io.upswing.session.events.SessionEvent.BenefitDecided;
import io.upswing.session.events.SessionEvent.IntervalDecided;
import io.upswing.session.events.SessionEvent.LapseDecided;
import io.upswing.session.events.SessionEvent.RecordVoided;
import java.util.List;
import java.util.UUID;

/** What clinicians decided on a course, sorted by the dates from which it holds. */
public record DecisionFacts(
        List<BenefitFact> benefits, List<IntervalFact> intervals, List<LapseFact> lapses, List<VersionFact> versions) {
    static final DecisionFacts NONE = new DecisionFacts(List.of(), List.of(), List.of(), List.of());

    public DecisionFacts {
        benefits = List.copyOf(benefits);
        intervals = List.copyOf(intervals);
        lapses = List.copyOf(lapses);
        versions = List.copyOf(versions);
    }

    DecisionFacts with(BenefitDecided decided, UUID id) {
        var benefit = new BenefitFact(
                BenefitFact.Outcome.valueOf(decided.outcome()),
                decided.on(),
                decided.intervalDays(),
                decided.reviewOn(),
                id);
        return new DecisionFacts(InOrder.with(benefits, benefit, BenefitFact.ORDER), intervals, lapses, versions);
    }

    DecisionFacts with(IntervalDecided decided, UUID id) {
        var interval = new IntervalFact(decided.days(), decided.from(), id);
        return new DecisionFacts(benefits, InOrder.with(intervals, interval, IntervalFact.ORDER), lapses, versions);
    }

    DecisionFacts with(LapseDecided decided, UUID id) {
        var lapse = new LapseFact(LapseFact.Outcome.valueOf(decided.outcome()), decided.on(), id);
        return new DecisionFacts(benefits, intervals, InOrder.with(lapses, lapse, LapseFact.ORDER), versions);
    }

    DecisionFacts with(VersionFact version) {
        return new DecisionFacts(benefits, intervals, lapses, InOrder.with(versions, version, VersionFact.ORDER));
    }

    DecisionFacts without(RecordVoided voided) {
        return new DecisionFacts(
                InOrder.withoutEvent(benefits, voided.eventId()),
                InOrder.withoutEvent(intervals, voided.eventId()),
                InOrder.withoutEvent(lapses, voided.eventId()),
                InOrder.withoutEvent(versions, voided.eventId()));
    }
}
