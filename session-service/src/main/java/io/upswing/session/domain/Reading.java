package io.upswing.session.domain;

import io.upswing.session.events.SessionEvent.VitalsRecorded;
import java.time.Instant;
import java.util.List;

/** Vital signs to be read between two instants, both included. */
record Reading(Instant at, Instant until) {

    /** One that came later is not this reading. */
    boolean isMissing(List<VitalsRecorded> vitals, Instant now) {
        return isLate(now)
                && vitals.stream()
                        .map(VitalsRecorded::at)
                        .noneMatch(read -> !read.isBefore(at) && !read.isAfter(until));
    }

    /** Whoever has read since has nothing to read again. */
    boolean isPending(List<VitalsRecorded> vitals) {
        return vitals.stream().allMatch(read -> read.at().isBefore(at));
    }

    boolean isLate(Instant now) {
        return now.isAfter(until);
    }
}
