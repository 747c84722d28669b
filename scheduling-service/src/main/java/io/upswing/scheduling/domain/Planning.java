package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A decision about several days of a site at once. */
public interface Planning {
    /** The appointments whose times it may use, because it gives them up or leaves them where they are. */
    Set<UUID> freed();

    /** {@code calendar}: what is known of the site around a time. Empty when all is well as it is. */
    Optional<? extends OfSeveral> decide(Function<Span, Desk> calendar);
}
