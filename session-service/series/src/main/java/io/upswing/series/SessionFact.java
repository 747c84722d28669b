package io.upswing.series;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * R1: one treatment session as now known. {@code counted}: a clinician's word on a part dose; {@code event}: the record
 * that says how much was given; {@code changedBy}: the last correction or judgement.
 */
public record SessionFact(
        UUID id,
        LocalDate on,
        Given given,
        @Nullable Boolean counted,
        UUID event,
        @Nullable UUID changedBy) {
    /** How much of the dose was administered. */
    public enum Given {
        NONE,
        PART,
        FULL
    }

    static final Comparator<SessionFact> ORDER =
            Comparator.comparing(SessionFact::on).thenComparing(SessionFact::id);

    public boolean counts() {
        return given == Given.FULL || (given == Given.PART && Boolean.TRUE.equals(counted));
    }

    public boolean dosed() {
        return given != Given.NONE;
    }

    List<UUID> events() {
        return changedBy == null ? List.of(event) : List.of(event, changedBy);
    }

    SessionFact given(Given dose, UUID by) {
        return new SessionFact(id, on, dose, counted, by, changedBy);
    }

    SessionFact judged(@Nullable Boolean word, UUID by) {
        return new SessionFact(id, on, given, word, event, by);
    }

    SessionFact corrected(@Nullable LocalDate date, @Nullable Boolean complete, @Nullable Boolean word, UUID by) {
        return new SessionFact(
                id,
                date == null ? on : date,
                complete == null ? given : complete ? Given.FULL : Given.PART,
                word == null ? counted : word,
                event,
                by);
    }
}
