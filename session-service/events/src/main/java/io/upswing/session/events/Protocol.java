package io.upswing.session.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of an entry of the protocol catalogue, with all its patterns. One that is not offered says why and
 * has no patterns.
 */
public record Protocol(
        String id,
        int version,
        LocalDate effectiveOn,
        String title,
        String drug,
        String route,
        String labelStatus,
        boolean offered,
        @Nullable String notOfferedBecause,
        @Nullable String scale,
        Map<String, Integer> remission,
        @Nullable Integer lapseDays,
        boolean rems,
        boolean oralAntidepressantRequired,
        Schedule.@Nullable Doses doses,
        Schedule.@Nullable Durations durations,
        Schedule.@Nullable Observation observation,
        @Nullable String defaultPattern,
        Map<String, List<Phase>> patterns,
        Map<String, Source> sources,
        Schedule.@Nullable Care care) {

    public Protocol {
        remission = Map.copyOf(remission);
        patterns = Map.copyOf(patterns);
        sources = Map.copyOf(sources);
    }

    /** The same under another number. */
    public Protocol withVersion(int number) {
        return new Protocol(
                id,
                number,
                effectiveOn,
                title,
                drug,
                route,
                labelStatus,
                offered,
                notOfferedBecause,
                scale,
                remission,
                lapseDays,
                rems,
                oralAntidepressantRequired,
                doses,
                durations,
                observation,
                defaultPattern,
                patterns,
                sources,
                care);
    }

    /** What a course pins when this version is prescribed in {@code pattern}; empty for a pattern it does not have. */
    public Optional<Schedule> scheduleFor(String pattern) {
        var phases = patterns.get(pattern);
        if (phases == null || scale == null || lapseDays == null || doses == null) {
            return Optional.empty();
        }
        if (durations == null || observation == null) {
            return Optional.empty();
        }
        return Optional.of(new Schedule(
                id,
                version,
                effectiveOn,
                pattern,
                route,
                scale,
                remission,
                lapseDays,
                rems,
                oralAntidepressantRequired,
                doses,
                durations,
                observation,
                phases,
                sources,
                care));
    }
}
