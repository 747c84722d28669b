package io.upswing.session.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is due next in a session. {@code at} null: now; {@code until}: late after it, null where it cannot be late. */
public record Due(
        String what, @Nullable Instant at, @Nullable Instant until, boolean late) {

    static Due now(String what) {
        return new Due(what, null, null, false);
    }

    static Due from(String what, @Nullable Instant at) {
        return new Due(what, at, null, false);
    }

    static Due of(Reading reading, Instant now) {
        return new Due(Timetable.VITALS, reading.at(), reading.until(), reading.isLate(now));
    }
}
