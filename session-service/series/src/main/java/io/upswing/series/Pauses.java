package io.upswing.series;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** R13: a pause holds from its date up to the day before the resumption. */
final class Pauses {
    private Pauses() {}

    /** The pause that holds on {@code day}; null when there is none. */
    static @Nullable DatedFact on(LocalDate day, CourseFacts facts) {
        if (facts.pauses().isEmpty()) {
            return null;
        }
        var dates = new TreeSet<LocalDate>();
        facts.pauses().forEach(pause -> dates.add(pause.on()));
        facts.resumptions().forEach(resumption -> dates.add(resumption.on()));
        DatedFact running = null;
        for (var date : dates.headSet(day, true)) {
            running = after(date, running, facts);
        }
        return running;
    }

    /** On one date a resumption ends what ran before it; if nothing did, it ends the pause of that date. */
    private static @Nullable DatedFact after(LocalDate date, @Nullable DatedFact running, CourseFacts facts) {
        var begun = dated(date, facts.pauses());
        var resumed = dated(date, facts.resumptions()) != null;
        if (running == null) {
            return resumed ? null : begun;
        }
        return resumed ? begun : running;
    }

    private static @Nullable DatedFact dated(LocalDate date, List<DatedFact> facts) {
        for (var fact : facts) {
            if (fact.on().equals(date)) {
                return fact;
            }
        }
        return null;
    }
}
