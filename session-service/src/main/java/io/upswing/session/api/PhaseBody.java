package io.upswing.session.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.upswing.session.api.NewProtocol.SourceBody;
import io.upswing.session.events.Phase;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A phase as the author of a protocol hands it in, with the sources of its numbers. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "series", value = PhaseBody.SeriesBody.class),
    @JsonSubTypes.Type(name = "open", value = PhaseBody.OpenBody.class)
})
sealed interface PhaseBody {
    Phase phase();

    record SeriesBody(
            @NotNull @Name String id,
            @NotNull Integer sessions,
            @NotNull Integer perWeek,
            @NotNull @Valid GapBody gap,
            @Nullable Integer lastDay,
            @NotNull Boolean gated,
            @NotNull @Size(max = 50) Map<@NotNull @Size(max = 200) String, @NotNull @Valid SourceBody> sources)
            implements PhaseBody {

        @Override
        public Phase phase() {
            var days = new Phase.Gap(gap.min(), gap.targetFrom(), gap.targetTo(), gap.max());
            return new Phase.Series(id, sessions, perWeek, days, lastDay, gated, SourceBody.all(sources));
        }
    }

    record GapBody(
            @NotNull Integer min,
            @NotNull Integer targetFrom,
            @NotNull Integer targetTo,
            @NotNull Integer max) {}

    record OpenBody(
            @NotNull @Name String id,
            @Size(max = 50) @Nullable List<@NotNull Integer> allowed,
            @Size(max = 50) @Nullable Map<@NotNull Integer, @NotNull @Size(max = 60) String> flagged,
            @Nullable Integer min,
            @Nullable Integer max,
            @NotNull Integer window,
            @Nullable Integer defaultInterval,
            @NotNull @Size(max = 50) Map<@NotNull @Size(max = 200) String, @NotNull @Valid SourceBody> sources)
            implements PhaseBody {

        @Override
        public Phase phase() {
            return new Phase.Open(
                    id,
                    ScheduleParts.orNone(allowed),
                    Objects.requireNonNullElse(flagged, Map.of()),
                    min,
                    max,
                    window,
                    defaultInterval,
                    SourceBody.all(sources));
        }
    }
}
