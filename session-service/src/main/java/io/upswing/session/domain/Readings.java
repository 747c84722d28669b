package io.upswing.session.domain;

import io.upswing.session.domain.Session.GivenDose;
import io.upswing.session.events.Schedule;
import io.upswing.session.events.Schedule.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The protocol's timetable of vital signs after the first dose. */
final class Readings {
    private final Vitals vitals;
    private final Session session;
    private final Instant first;
    private final @Nullable Integer infusionMinutes;

    private Readings(Vitals vitals, Session session, Instant first, @Nullable Integer infusionMinutes) {
        this.vitals = vitals;
        this.session = session;
        this.first = first;
        this.infusionMinutes = infusionMinutes;
    }

    /** Those of a session that lasts at least until {@code now}, in order; none before the first dose. */
    static List<Reading> of(Visit visit, Instant now) {
        var care = visit.schedule().care();
        var first = visit.session().firstDoseAt();
        if (care == null || first == null) {
            return List.of();
        }
        var ended = visit.session().endedAt();
        return new Readings(care.vitals(), visit.session(), first, InfusionPlan.minutes(care))
                .all(now)
                .filter(reading -> ended == null || reading.at().isBefore(ended))
                .toList();
    }

    /** The one that a discharge asks for; empty where none is asked, or while nobody knows when that will be. */
    static Optional<Reading> beforeDischarge(Visit visit) {
        var care = visit.schedule().care();
        var observation = Observation.of(visit);
        if (care == null || observation == null || !care.vitals().beforeDischarge()) {
            return Optional.empty();
        }
        var tolerance = Duration.ofMinutes(care.vitals().toleranceMinutes());
        return Optional.of(new Reading(observation.endsAt().minus(tolerance), observation.endsAt()));
    }

    /** The one that is asked so many minutes after the first dose; empty before it. */
    static Optional<Reading> after(Schedule schedule, Session session, int minutes) {
        var care = schedule.care();
        var first = session.firstDoseAt();
        return care == null || first == null
                ? Optional.empty()
                : Optional.of(new Readings(care.vitals(), session, first, null).after(minutes));
    }

    private Stream<Reading> all(Instant now) {
        var infusion = infusionMinutes == null ? Stream.<Reading>of() : infusion(infusionMinutes, now);
        return Stream.concat(infusion, vitals.afterMinutes().stream().map(this::after))
                .distinct()
                .sorted(Comparator.comparing(Reading::at));
    }

    /** Where several devices are given, not late before its minutes have passed since the last. */
    private Reading after(int minutes) {
        var sinceLastDevice = session.doses().stream()
                .filter(dose -> dose.kind() == DoseKind.DEVICE)
                .map(GivenDose::at)
                .max(Instant::compareTo)
                .map(last -> last.plus(Duration.ofMinutes(minutes)));
        var reading = reading(first.plus(Duration.ofMinutes(minutes)));
        return sinceLastDevice
                .filter(later -> later.isAfter(reading.until()))
                .map(later -> new Reading(reading.at(), later))
                .orElse(reading);
    }

    /** While it runs, however long that is, and at its end. */
    private Stream<Reading> infusion(int plannedMinutes, Instant now) {
        var planned = first.plus(Duration.ofMinutes(plannedMinutes));
        var last = session.lastDoseAt();
        var end = session.infusionRunning() || last == null ? planned : last;
        var until = session.infusionRunning() && now.isAfter(planned) ? now : end;
        return Stream.concat(whileItRuns(until), vitals.atEnd() ? Stream.of(reading(end)) : Stream.of());
    }

    private Stream<Reading> whileItRuns(Instant until) {
        if (vitals.everyMinutes() == null) {
            return Stream.of();
        }
        var every = Duration.ofMinutes(vitals.everyMinutes());
        return Stream.iterate(first.plus(every), at -> at.isBefore(until), at -> at.plus(every))
                .map(this::reading);
    }

    private Reading reading(Instant at) {
        return new Reading(at, at.plus(Duration.ofMinutes(vitals.toleranceMinutes())));
    }
}
