package io.upswing.series;

import io.upswing.series.Standing.State;
import io.upswing.session.events.SessionEvent.LapseDecided;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** R14: whether a decision on a lapse is accepted, as of its date, and which one a lapse already has. */
final class LapseDecision {
    private LapseDecision() {}

    static Optional<Refusal> judge(CourseFacts facts, LapseDecided decision) {
        var on = decision.on();
        var situation = Situation.on(on, facts);
        if (situation.over()) {
            return Decisions.refused("course-over", "The course was over on " + on);
        }
        var lapsedFrom = situation.lapsesOn();
        if (situation.state() != State.LAPSED || lapsedFrom == null) {
            return Decisions.refused("not-lapsed", "The course had not lapsed on " + on);
        }
        return taken(facts, lapsedFrom, endOfLapse(facts, on)) == null
                ? Optional.empty()
                : Decisions.refused("already-decided", "This lapse was decided: void that decision first");
    }

    /** The last decision on the lapse that began on a date, taken up to another; null while there is none. */
    static @Nullable LapseFact taken(CourseFacts facts, LocalDate lapsedFrom, LocalDate upTo) {
        for (var lapse : facts.decided().lapses().reversed()) {
            if (!lapse.on().isAfter(upTo)) {
                return lapse.on().isBefore(lapsedFrom) ? null : lapse;
            }
        }
        return null;
    }

    /** The day before the next session: what is decided later is about another lapse. */
    private static LocalDate endOfLapse(CourseFacts facts, LocalDate day) {
        for (var session : facts.given().sessions()) {
            if (session.counts() && session.on().isAfter(day)) {
                return session.on().minusDays(1);
            }
        }
        return LocalDate.MAX;
    }
}
