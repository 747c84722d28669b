package io.upswing.session.domain;

import io.upswing.session.events.Schedule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a patient stays after the last dose. */
public final class Observation {
    private static final String SOURCE = "observation";

    private Observation() {}

    /** The end of the protocol's minimum; null before the first dose. */
    public static @Nullable Instant endsAt(Schedule schedule, Session session) {
        var last = session.lastDoseAt();
        return last == null
                ? null
                : last.plus(Duration.ofMinutes(schedule.observation().minutes()));
    }

    /** A label's minimum holds whatever staff think; one of trial or clinic origin is a prompt. */
    static void requireOver(Schedule schedule, Session session, Instant at) {
        var endsAt = endsAt(schedule, session);
        if (endsAt != null && isLabels(schedule) && at.isBefore(endsAt)) {
            throw Refused.conflict("still-observed", "The label's observation lasts until " + endsAt + ".");
        }
    }

    private static boolean isLabels(Schedule schedule) {
        var source = schedule.sources().get(SOURCE);
        return source != null
                && (source.provenance().equals("L") || source.provenance().equals("E"));
    }
}
