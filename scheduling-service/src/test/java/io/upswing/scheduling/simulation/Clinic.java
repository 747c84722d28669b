package io.upswing.scheduling.simulation;

import io.upswing.scheduling.domain.BookingCommand.Book;
import io.upswing.scheduling.domain.BookingCommand.Move;
import io.upswing.scheduling.events.SchedulingEvent;
import io.upswing.scheduling.events.SchedulingEvent.OfSite;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever decides on what is asked: what was recorded is answered, a refusal is thrown. */
interface Clinic {
    UUID site();

    /** For any treatment that is asked for. */
    List<UUID> chairs();

    /** Each with a course of the same id as in {@link #course}. */
    List<UUID> patients();

    UUID course(UUID patient);

    void now(Instant now);

    Optional<SchedulingEvent> book(Book command);

    Optional<SchedulingEvent> move(Move command);

    void cancel(UUID appointment, UUID patient);

    void change(OfSite fact);
}
