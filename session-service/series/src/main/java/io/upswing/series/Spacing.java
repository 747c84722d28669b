package io.upswing.series;

import io.upswing.series.SessionFact.Given;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** R4 before the fact: the flags that a further session would get. A lapse is no reason not to treat. */
final class Spacing {
    /** Of no session, and after every other of its date. */
    private static final UUID PLANNED = new UUID(Long.MAX_VALUE, Long.MAX_VALUE);

    private Spacing() {}

    static List<Refusal> of(CourseFacts facts, LocalDate on) {
        var planned = new SessionFact(PLANNED, on, Given.FULL, null, PLANNED, null);
        var found = new ArrayList<Refusal>(2);
        for (var finding :
                Walk.upTo(on, facts.with(facts.given().with(planned))).findings()) {
            if (finding.because().events().contains(PLANNED)) {
                add(finding, found);
            }
        }
        return found;
    }

    private static void add(SessionFlags.Finding finding, List<Refusal> found) {
        var text = finding.because().text();
        switch (finding.flag().code()) {
            case Flag.SAME_DAY, Flag.TOO_SOON -> found.add(new Refusal("too-soon", text));
            case Flag.OVER_WEEK_CAP -> found.add(new Refusal("week-cap", text));
            default -> {} // LAPSE
        }
    }
}
