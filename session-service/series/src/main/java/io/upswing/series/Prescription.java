package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the rules need of a prescription: whose course it is and the numbers of the schedule that it pinned. */
public record Prescription(
        UUID courseId,
        UUID patientId,
        UUID siteId,
        String protocolId,
        int protocolVersion,
        List<Phase> phases,
        int lapseDays,
        Source lapseSource,
        LocalDate on,
        UUID event) {
    private static final Source UNSTATED = new Source("P", "not stated");

    public Prescription {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("A schedule has at least one phase");
        }
    }

    static Prescription of(ProtocolPrescribed prescribed, UUID event) {
        var schedule = prescribed.schedule();
        return new Prescription(
                prescribed.courseId(),
                prescribed.patientId(),
                prescribed.siteId(),
                prescribed.protocolId(),
                prescribed.protocolVersion(),
                schedule.phases(),
                schedule.lapseDays(),
                schedule.sources().getOrDefault("lapseDays", UNSTATED),
                prescribed.prescribedOn(),
                event);
    }
}
