package io.upswing.series;

import io.upswing.session.events.SessionEvent;
import io.upswing.session.events.SessionEvent.MeasureRecorded;
import io.upswing.session.events.SessionEvent.OfCourse;
import io.upswing.session.events.SessionEvent.OfProtocol;
import io.upswing.session.events.SessionEvent.RecordVoided;
import io.upswing.session.events.SessionEvent.SafetyTaskClosed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rules need to know of a patient, whatever courses they have, each list sorted by date. */
public record PatientFacts(List<MeasureFact> measures, List<SafetyClosure> closures) {
    public static final PatientFacts NONE = new PatientFacts(List.of(), List.of());

    public PatientFacts {
        measures = List.copyOf(measures);
        closures = List.copyOf(closures);
    }

    /** These facts and the next event of the same patient; the same instance if the rules do not need the event. */
    public PatientFacts with(SessionEvent event, UUID eventId) {
        return switch (event) {
            case MeasureRecorded recorded -> with(MeasureFact.of(recorded, eventId));
            case SafetyTaskClosed closed -> with(new SafetyClosure(closed.taskId(), closed.on(), eventId));
            case RecordVoided voided -> without(voided.eventId());
            case OfCourse _, OfProtocol _ -> this;
        };
    }

    /** The last score of an instrument up to a day. */
    @Nullable
    MeasureFact lastScore(String instrument, LocalDate day) {
        for (var measure : measures.reversed()) {
            if (measure.scores(instrument) && !measure.on().isAfter(day)) {
                return measure;
            }
        }
        return null;
    }

    /** The scores of an instrument between two days, both included. */
    List<MeasureFact> scores(String instrument, LocalDate from, LocalDate to) {
        var found = new ArrayList<MeasureFact>();
        for (var measure : measures) {
            if (measure.scores(instrument)
                    && !measure.on().isBefore(from)
                    && !measure.on().isAfter(to)) {
                found.add(measure);
            }
        }
        return found;
    }

    private PatientFacts with(MeasureFact measure) {
        return new PatientFacts(InOrder.with(measures, measure, MeasureFact.ORDER), closures);
    }

    private PatientFacts with(SafetyClosure closure) {
        return new PatientFacts(measures, InOrder.with(closures, closure, SafetyClosure.ORDER));
    }

    private PatientFacts without(UUID event) {
        var left = new PatientFacts(InOrder.withoutEvent(measures, event), InOrder.withoutEvent(closures, event));
        return left.equals(this) ? this : left;
    }
}
