package io.upswing.series;

import io.upswing.session.events.SessionEvent.ConcurrentTreatmentRecorded;
import io.upswing.session.events.SessionEvent.CourseClosed;
import io.upswing.session.events.SessionEvent.CoursePaused;
import io.upswing.session.events.SessionEvent.CourseResumed;
import io.upswing.session.events.SessionEvent.RecordVoided;
import java.util.List;
import java.util.UUID;

/** Whether a course runs, and what else the patient takes meanwhile, sorted by date. */
public record StatusFacts(
        List<DatedFact> pauses,
        List<DatedFact> resumptions,
        List<DatedFact> closures,
        List<AntidepressantFact> antidepressants) {
    static final StatusFacts NONE = new StatusFacts(List.of(), List.of(), List.of(), List.of());

    public StatusFacts {
        pauses = List.copyOf(pauses);
        resumptions = List.copyOf(resumptions);
        closures = List.copyOf(closures);
        antidepressants = List.copyOf(antidepressants);
    }

    StatusFacts with(CoursePaused paused, UUID id) {
        return new StatusFacts(with(pauses, new DatedFact(paused.from(), id)), resumptions, closures, antidepressants);
    }

    StatusFacts with(CourseResumed resumed, UUID id) {
        return new StatusFacts(pauses, with(resumptions, new DatedFact(resumed.on(), id)), closures, antidepressants);
    }

    StatusFacts with(CourseClosed closed, UUID id) {
        return new StatusFacts(pauses, resumptions, with(closures, new DatedFact(closed.on(), id)), antidepressants);
    }

    StatusFacts with(ConcurrentTreatmentRecorded recorded, UUID id) {
        var antidepressant = new AntidepressantFact(recorded.oralAntidepressant(), recorded.on(), id);
        return new StatusFacts(
                pauses, resumptions, closures, InOrder.with(antidepressants, antidepressant, AntidepressantFact.ORDER));
    }

    StatusFacts without(RecordVoided voided) {
        return new StatusFacts(
                InOrder.withoutEvent(pauses, voided.eventId()),
                InOrder.withoutEvent(resumptions, voided.eventId()),
                InOrder.withoutEvent(closures, voided.eventId()),
                InOrder.withoutEvent(antidepressants, voided.eventId()));
    }

    private static List<DatedFact> with(List<DatedFact> facts, DatedFact fact) {
        return InOrder.with(facts, fact, DatedFact.ORDER);
    }
}
