package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import io.upswing.session.events.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the rules need of a prescription: whose course it is and the numbers of the schedule that it pinned. {@code remission}:
 * the highest score that is still remission, by instrument.
 */
public record Prescription(
        UUID courseId,
        UUID patientId,
        UUID siteId,
        Setting setting,
        String protocolId,
        int protocolVersion,
        String route,
        String scale,
        Map<String, Integer> remission,
        boolean rems,
        boolean oralAntidepressantRequired,
        List<Phase> phases,
        int lapseDays,
        Source lapseSource,
        LocalDate on,
        UUID event) {
    private static final Source UNSTATED = new Source("P", "not stated");

    /** Where the patient is treated. */
    public enum Setting {
        OUTPATIENT,
        INPATIENT
    }

    public Prescription {
        remission = Map.copyOf(remission);
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("A schedule has at least one phase");
        }
    }

    static Prescription of(ProtocolPrescribed prescribed, UUID event) {
        return pinning(
                prescribed.schedule(),
                prescribed.courseId(),
                prescribed.patientId(),
                prescribed.siteId(),
                Setting.valueOf(prescribed.setting()),
                prescribed.prescribedOn(),
                event);
    }

    /** The same course held to the numbers of another version. */
    public Prescription under(Schedule schedule) {
        return pinning(schedule, courseId, patientId, siteId, setting, on, event);
    }

    private static Prescription pinning(
            Schedule schedule, UUID courseId, UUID patientId, UUID siteId, Setting setting, LocalDate on, UUID event) {
        return new Prescription(
                courseId,
                patientId,
                siteId,
                setting,
                schedule.protocolId(),
                schedule.version(),
                schedule.route(),
                schedule.scale(),
                schedule.remission(),
                schedule.rems(),
                schedule.oralAntidepressantRequired(),
                schedule.phases(),
                schedule.lapseDays(),
                schedule.sources().getOrDefault("lapseDays", UNSTATED),
                on,
                event);
    }
}
