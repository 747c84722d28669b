package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** The check-in after a session took place. */
public record FollowUpFact(UUID sessionId, LocalDate on, UUID event) implements Fact {
    static final Comparator<FollowUpFact> ORDER =
            Comparator.comparing(FollowUpFact::on).thenComparing(FollowUpFact::event);
}
