package io.upswing.session.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One phase of a schedule: a fixed number of sessions, or open with an interval. All numbers are whole days or counts. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "series", value = Phase.Series.class),
    @JsonSubTypes.Type(name = "open", value = Phase.Open.class)
})
public sealed interface Phase {
    String id();

    /** Where the phase's numbers come from, by their names: sessions, perWeek, gap, lastDay, gate, interval, window. */
    Map<String, Source> sources();

    /** {@code lastDay}: days from day 1 to the phase's last day; null where the schedule has none. */
    record Series(
            String id,
            int sessions,
            int perWeek,
            Gap gap,
            @Nullable Integer lastDay,
            boolean gated,
            Map<String, Source> sources)
            implements Phase {
        public Series {
            sources = Map.copyOf(sources);
        }
    }

    /** Calendar days from one session to the next. */
    record Gap(int min, int targetFrom, int targetTo, int max) {}

    /**
     * An interval is allowed when listed in {@code allowed}, or in {@code flagged} (days to the flag's code), or within
     * {@code min..max} where the schedule has such a range.
     */
    record Open(
            String id,
            List<Integer> allowed,
            Map<Integer, String> flagged,
            @Nullable Integer min,
            @Nullable Integer max,
            int window,
            @Nullable Integer defaultInterval,
            Map<String, Source> sources)
            implements Phase {
        public Open {
            allowed = List.copyOf(allowed);
            flagged = Map.copyOf(flagged);
            sources = Map.copyOf(sources);
        }
    }
}
