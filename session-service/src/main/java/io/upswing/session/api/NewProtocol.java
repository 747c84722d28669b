package io.upswing.session.api;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Protocol;
import io.upswing.session.events.Source;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A protocol as its author hands it in: what a protocol shows, without its version, which it is given. The sources of a
 * phase's numbers are in the phase, all others beside the schedule. Here is only asked that nothing is missing.
 */
record NewProtocol(
        @NotNull @Valid ScheduleBody schedule,
        @NotNull @Size(max = 200) Map<@NotNull @Size(max = 200) String, @NotNull @Valid SourceBody> sources,
        @NotNull @Name String signedOffBy,
        @Nullable Instant at) {

    record SourceBody(
            @NotNull @Name String provenance,
            @NotNull @Prose String text) {

        static Map<String, Source> all(Map<String, SourceBody> bodies) {
            var sources = new HashMap<String, Source>();
            bodies.forEach((number, body) -> sources.put(number, new Source(body.provenance(), body.text())));
            return sources;
        }
    }

    record ScheduleBody(
            @NotNull @Name String id,
            @Nullable LocalDate effectiveOn,
            @NotNull @Name String title,
            @NotNull @Name String drug,
            @NotNull @Name String route,
            @NotNull @Name String labelStatus,
            @NotNull Boolean offered,
            @Prose @Nullable String notOfferedBecause,
            @Name @Nullable String scale,
            @NotNull @Size(max = 20) Map<@NotNull @Size(max = 200) String, @NotNull Integer> remission,
            @Nullable Integer lapseDays,
            @NotNull Boolean rems,
            @NotNull Boolean oralAntidepressantRequired,
            @Valid ScheduleParts.@Nullable DosesBody doses,
            @Valid ScheduleParts.@Nullable DurationsBody durations,
            @Valid ScheduleParts.@Nullable ObservationBody observation,
            @Name @Nullable String defaultPattern,

            @NotNull @Size(max = 20)
            Map<@NotNull @Size(max = 200) String, @NotNull @Size(max = 20) List<@NotNull @Valid PhaseBody>> patterns,

            @Valid @Nullable CareBody care) {}

    /**
     * A protocol that is not offered has no doses. {@code today}: from when it is effective where its author does not say.
     */
    @SuppressWarnings("NullAway") // that a nested type may be null is not read from a class file
    Protocol protocol(LocalDate today) {
        var patterns = new HashMap<String, List<Phase>>();
        schedule.patterns()
                .forEach((pattern, phases) -> patterns.put(
                        pattern, phases.stream().map(PhaseBody::phase).toList()));
        return new Protocol(
                schedule.id(),
                0,
                Objects.requireNonNullElse(schedule.effectiveOn(), today),
                schedule.title(),
                schedule.drug(),
                schedule.route(),
                schedule.labelStatus(),
                schedule.offered(),
                schedule.notOfferedBecause(),
                schedule.scale(),
                schedule.remission(),
                schedule.lapseDays(),
                schedule.rems(),
                schedule.oralAntidepressantRequired(),
                schedule.doses() == null ? null : schedule.doses().doses(),
                schedule.durations() == null ? null : schedule.durations().durations(),
                schedule.observation() == null ? null : schedule.observation().observation(),
                schedule.defaultPattern(),
                patterns,
                SourceBody.all(sources),
                schedule.care() == null ? null : schedule.care().care());
    }
}
