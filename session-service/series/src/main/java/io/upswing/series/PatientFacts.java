package io.upswing.series;

import io.upswing.session.events.SessionEvent;
import java.util.List;
import java.util.UUID;

/** What the rules need to know of a patient, whatever courses they have, each list sorted by date. */
public record PatientFacts(List<MeasureFact> measures, List<SafetyClosure> closures) {
    public static final PatientFacts NONE = new PatientFacts(List.of(), List.of());

    public PatientFacts {
        measures = List.copyOf(measures);
        closures = List.copyOf(closures);
    }

    /** These facts and the next event of the same patient; the same instance if the rules do not need the event. */
    public PatientFacts with(SessionEvent event, UUID eventId) {
        return this;
    }
}
