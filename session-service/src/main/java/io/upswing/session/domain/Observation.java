package io.upswing.session.domain;

import io.upswing.session.events.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long a patient is watched. {@code remsMinutes}: whole minutes from the first dose to the end of the session, as the
 * monitoring form asks; null while it runs.
 */
public record Observation(
        Instant startedAt, Instant endsAt, @Nullable Long remsMinutes) {
    private static final String SOURCE = "observation";

    /** Null before the first dose and while an infusion runs. */
    public static @Nullable Observation of(Visit visit) {
        return of(visit.schedule(), visit.session(), true);
    }

    /** {@code escort}: somebody takes the patient home; who goes alone stays longer where the protocol says so. */
    static @Nullable Observation of(Schedule schedule, Session session, boolean escort) {
        var first = session.firstDoseAt();
        var last = session.lastDoseAt();
        if (first == null || last == null || session.infusionRunning()) {
            return null;
        }
        var anchor = Boolean.TRUE.equals(schedule.observation().fromFirstDose()) ? first : last;
        var ended = session.endedAt();
        return new Observation(
                anchor,
                anchor.plus(Duration.ofMinutes(minutes(schedule.observation(), escort))),
                ended == null ? null : (Long) Duration.between(first, ended).toMinutes());
    }

    /** The end of the protocol's minimum for who is taken home; null where there is no observation yet. */
    static @Nullable Instant endsAt(Schedule schedule, Session session) {
        var observation = of(schedule, session, true);
        return observation == null ? null : observation.endsAt();
    }

    private static int minutes(Schedule.Observation observation, boolean escort) {
        return escort
                ? observation.minutes()
                : Objects.requireNonNullElse(observation.unescortedMinutes(), observation.minutes());
    }

    /** A label's minimum holds whatever staff think; one of trial or clinic origin may be overridden. */
    static Rule rule(Schedule schedule) {
        var source = schedule.sources().get(SOURCE);
        return source != null
                        && (source.provenance().equals("L")
                                || source.provenance().equals("E"))
                ? Rule.STILL_OBSERVED
                : Rule.OBSERVATION;
    }
}
