package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.SeriesReplanned;
import java.util.List;
import java.util.Optional;

/** What becomes of the appointments of a series: those of {@code kept} stay, of the others {@code said} tells. */
public record Replan(List<Booking> kept, SeriesReplanned said) {
    public Replan {
        kept = List.copyOf(kept);
    }

    Optional<SeriesReplanned> event() {
        return said.parts().isEmpty() ? Optional.empty() : Optional.of(said);
    }
}
