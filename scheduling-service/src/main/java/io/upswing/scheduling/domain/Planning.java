package io.upswing.scheduling.domain;

import io.upswing.scheduling.events.SchedulingEvent.OfSeveral;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A decision about several days of a site at once: first what it needs to know, then what comes of it. */
public interface Planning {
    /** The time of which it must know what is taken. */
    Span reach();

    /** The appointments whose times it may use, because it gives them up or leaves them where they are. */
    Set<UUID> freed();

    /** Empty when all is well as it is. */
    Optional<? extends OfSeveral> decide(Desk desk);
}
