package io.upswing.session.domain;

import io.upswing.session.domain.Session.GivenDose;
import io.upswing.session.events.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is due next in a session and when, by the protocol's care and what was recorded so far; the earliest first. */
public final class Timetable {
    static final String VITALS = "vitals";
    private static final String DOSE = "dose";
    private static final Comparator<Due> EARLIEST_FIRST =
            Comparator.comparing(Due::at, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()));

    private Timetable() {}

    public static List<Due> next(Visit visit, Instant now) {
        var due = switch (visit.care()) {
            case ARRIVED -> beforeDose(visit, now);
            case DOSING -> Stream.concat(furtherDose(visit, now), readings(visit, now));
            case OBSERVED -> Stream.concat(readings(visit, now), towardsHome(visit, now));
            case OVER -> Stream.<Due>of();
        };
        return due.sorted(EARLIEST_FIRST).toList();
    }

    private static Stream<Due> beforeDose(Visit visit, Instant now) {
        var care = visit.schedule().care();
        var dose = Due.from(DOSE, future(Checklist.earliestStart(visit), now));
        return care == null ? Stream.of(dose) : Stream.concat(preparation(visit, care), Stream.of(dose));
    }

    private static Stream<Due> preparation(Visit visit, Schedule.Care care) {
        var checklist = visit.records().checklists().isEmpty() ? Stream.of(Due.now("checklist")) : Stream.<Due>of();
        var unread = care.vitals().before() && visit.records().vitals().isEmpty();
        return Stream.concat(checklist, unread ? Stream.of(Due.now(VITALS)) : Stream.of());
    }

    private static @Nullable Instant future(@Nullable Instant at, Instant now) {
        return at != null && at.isAfter(now) ? at : null;
    }

    private static Stream<Due> furtherDose(Visit visit, Instant now) {
        var minutes = InfusionPlan.minutes(visit.schedule().care());
        if (visit.session().infusionRunning()) {
            var end = minutes == null ? null : visit.doseTime(now).plus(Duration.ofMinutes(minutes));
            return Stream.of(new Due("infusion-end", end, null, end != null && now.isAfter(end)));
        }
        return Stream.of(Due.from(DOSE, restOver(visit)));
    }

    /** A further device waits until the rest since the last is over. */
    private static @Nullable Instant restOver(Visit visit) {
        return visit.session().doses().stream()
                .filter(dose -> dose.kind() == DoseKind.DEVICE)
                .map(GivenDose::at)
                .max(Instant::compareTo)
                .map(last -> last.plus(
                        Duration.ofMinutes(visit.schedule().durations().perFurtherDevice())))
                .orElse(null);
    }

    private static Stream<Due> readings(Visit visit, Instant now) {
        var vitals = visit.records().vitals();
        var beforeDischarge =
                visit.care() == CarePhase.OBSERVED ? Readings.beforeDischarge(visit) : Optional.<Reading>empty();
        return Stream.concat(Readings.of(visit, now).stream(), beforeDischarge.stream())
                .distinct()
                .filter(reading -> reading.isPending(vitals))
                .map(reading -> Due.of(reading, now));
    }

    private static Stream<Due> towardsHome(Visit visit, Instant now) {
        var observation = Observation.of(visit);
        if (observation == null) {
            return Stream.of();
        }
        var recovery = Recovery.by(now, visit.records().assessments());
        var resolved = visit.isAssessedBy(now) && recovery.unresolved().isEmpty();
        var assessment = resolved ? Stream.<Due>of() : Stream.of(Due.from("assessment", observation.endsAt()));
        var discharge = Due.from("discharge", observation.endsAt());
        if (now.isBefore(observation.endsAt())) {
            return Stream.concat(assessment, Stream.of(discharge));
        }
        var rises = rises(visit);
        var again = rises ? again(visit, now) : Optional.<Due>empty();
        var held = rises || !recovery.unresolved().isEmpty();
        return Stream.of(assessment, again.stream(), held ? Stream.<Due>of() : Stream.of(discharge))
                .flatMap(due -> due);
    }

    /** While the pressure does not decline nobody is offered to go. */
    private static boolean rises(Visit visit) {
        var care = visit.schedule().care();
        return care != null && Pressure.doesNotDecline(care.bloodPressure(), visit.vitalsAfterDose());
    }

    /** Read again in a while, once the reading that a discharge asks for was taken. */
    private static Optional<Due> again(Visit visit, Instant now) {
        var care = visit.schedule().care();
        var unread = Readings.beforeDischarge(visit)
                .filter(reading -> reading.isPending(visit.records().vitals()));
        if (care == null || unread.isPresent()) {
            return Optional.empty();
        }
        var at = visit.vitalsAfterDose()
                .getLast()
                .at()
                .plus(Duration.ofMinutes(care.bloodPressure().repeatMinutes()));
        var tolerance = Duration.ofMinutes(care.vitals().toleranceMinutes());
        return Optional.of(Due.of(new Reading(at, at.plus(tolerance)), now));
    }
}
