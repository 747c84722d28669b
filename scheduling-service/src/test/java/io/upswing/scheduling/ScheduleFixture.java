package io.upswing.scheduling;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.SessionEvent.ProtocolPrescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Schedules with the numbers of DUE-RULES 0, without their sources. */
public final class ScheduleFixture {
    private ScheduleFixture() {}

    public static Schedule esketamine() {
        return schedule(
                "esk-trd-us",
                "standard",
                "IN",
                28,
                new Schedule.Doses(
                        "mg",
                        List.of(new BigDecimal("56"), new BigDecimal("84")),
                        null,
                        null,
                        null,
                        List.of(),
                        new BigDecimal("28")),
                new Schedule.Durations(20, 0, 5, 10, 15),
                120,
                List.of(
                        new Phase.Series("induction", 8, 2, new Phase.Gap(2, 3, 4, 7), 27, true, Map.of()),
                        new Phase.Series("weekly", 4, 1, new Phase.Gap(5, 7, 7, 10), null, false, Map.of()),
                        new Phase.Open(
                                "individualised",
                                List.of(7, 14),
                                Map.of(21, "NO_EVIDENCE_INTERVAL", 28, "OFF_LABEL_INTERVAL"),
                                null,
                                null,
                                3,
                                7,
                                Map.of())));
    }

    /** Its next version: patients are watched half an hour longer, and sessions are three days apart. */
    public static Schedule nextEsketamine() {
        var first = esketamine();
        var phases = new ArrayList<>(first.phases());
        phases.set(0, new Phase.Series("induction", 8, 2, new Phase.Gap(3, 3, 4, 7), 27, true, Map.of()));
        return new Schedule(
                first.protocolId(),
                2,
                first.effectiveOn(),
                first.pattern(),
                first.route(),
                first.scale(),
                first.remission(),
                first.lapseDays(),
                first.rems(),
                first.oralAntidepressantRequired(),
                first.doses(),
                first.durations(),
                new Schedule.Observation(150, null, true, null),
                phases,
                first.sources(),
                first.care());
    }

    public static Schedule infusions() {
        return schedule(
                "iv-racemic-series",
                "acute-2x",
                "IV",
                28,
                new Schedule.Doses(
                        "mgPerKg",
                        List.of(),
                        new BigDecimal("0.1"),
                        BigDecimal.ONE,
                        new BigDecimal("0.5"),
                        List.of(),
                        null),
                new Schedule.Durations(20, 40, 0, 10, 15),
                60,
                List.of(
                        new Phase.Series("acute", 6, 2, new Phase.Gap(2, 3, 4, 7), null, true, Map.of()),
                        new Phase.Open("maintenance", List.of(), Map.of(), 7, 84, 3, null, Map.of())));
    }

    private static Schedule schedule(
            String protocol,
            String pattern,
            String route,
            int lapseDays,
            Schedule.Doses doses,
            Schedule.Durations durations,
            int observation,
            List<Phase> phases) {
        return new Schedule(
                protocol,
                1,
                LocalDate.of(2025, 1, 21),
                pattern,
                route,
                "MADRS",
                Map.of("MADRS", 12),
                lapseDays,
                true,
                false,
                doses,
                durations,
                new Schedule.Observation(observation, null, true, null),
                phases,
                Map.of(),
                null);
    }

    public static ProtocolPrescribed prescribed(
            UUID courseId, UUID patientId, UUID siteId, Schedule schedule, LocalDate on) {
        return new ProtocolPrescribed(
                courseId,
                patientId,
                siteId,
                schedule.protocolId(),
                schedule.version(),
                schedule.pattern(),
                schedule,
                on,
                "Dr Osei",
                "treatment-resistant depression",
                null,
                "OUTPATIENT",
                null);
    }
}
