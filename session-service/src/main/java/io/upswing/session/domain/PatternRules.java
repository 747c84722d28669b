package io.upswing.session.domain;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import io.upswing.session.events.Protocol;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the due rules count with: phases, gaps, gates and intervals must be such that a window always has its order. */
final class PatternRules {
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,60}");
    private static final int MOST_DAYS = 366;
    private static final int MOST_PHASES = 10;

    private PatternRules() {}

    static void check(Faults faults, Protocol protocol) {
        protocol.patterns().forEach((pattern, phases) -> {
            ProtocolRules.id(faults, "patterns." + pattern, pattern);
            phases(faults.in("patterns"), pattern, phases);
        });
    }

    private static void phases(Faults faults, String pattern, List<Phase> phases) {
        faults.unless(
                !phases.isEmpty() && phases.size() <= MOST_PHASES, pattern, "has 1 to " + MOST_PHASES + " phases");
        var ids = new HashSet<String>();
        for (var i = 0; i < phases.size(); i++) {
            var at = faults.in(pattern).in(i);
            var phase = phases.get(i);
            ProtocolRules.id(at, "id", phase.id());
            at.unless(ids.add(phase.id()), "id", "names another phase of the pattern too");
            switch (phase) {
                case Series series -> {
                    at.unless(
                            series.gated() || i < phases.size() - 1,
                            "gated",
                            "decides how to go on where none follows");
                    series(at, series);
                }
                case Open open -> {
                    at.unless(i == phases.size() - 1, "kind", "an open phase has no end: it can only be the last");
                    at.unless(
                            open.defaultInterval() != null || (i > 0 && gated(phases.get(i - 1))),
                            "defaultInterval",
                            "is needed where no decision at a gate gives the first interval");
                    open(at, open);
                }
            }
        }
    }

    private static boolean gated(Phase phase) {
        return phase instanceof Series series && series.gated();
    }

    private static void series(Faults faults, Series series) {
        faults.range("sessions", series.sessions(), 1, 100);
        faults.range("perWeek", series.perWeek(), 1, 7);
        faults.range("lastDay", series.lastDay(), 0, 10 * MOST_DAYS);
        faults.unless(series.lastDay() == null || series.gated(), "lastDay", "is the last day of a gated phase");
        var gap = series.gap();
        faults.unless(
                1 <= gap.min()
                        && gap.min() <= gap.targetFrom()
                        && gap.targetFrom() <= gap.targetTo()
                        && gap.targetTo() <= gap.max()
                        && gap.max() <= MOST_DAYS,
                "gap",
                "must rise from 1 to " + MOST_DAYS + ": min, targetFrom, targetTo, max");
    }

    private static void open(Faults faults, Open open) {
        open.allowed().forEach(days -> faults.range("allowed", days, 1, MOST_DAYS));
        open.flagged().forEach((days, code) -> {
            faults.range("flagged", days, 1, MOST_DAYS);
            faults.unless(CODE.matcher(code).matches(), "flagged", "names a code such as OFF_LABEL_INTERVAL");
        });
        faults.range("min", open.min(), 1, MOST_DAYS);
        faults.range("max", open.max(), 1, MOST_DAYS);
        faults.unless((open.min() == null) == (open.max() == null), "min", "min and max go together");
        faults.unless(open.min() == null || allows(open, open.min()), "max", "must not be less than min");
        var shortest = intervals(open).min(Integer::compare);
        faults.unless(shortest.isPresent(), "allowed", "at least one interval is needed");
        faults.unless(
                0 <= open.window() && open.window() < shortest.orElse(MOST_DAYS),
                "window",
                "must be less than the shortest interval");
        faults.unless(
                open.defaultInterval() == null || allows(open, open.defaultInterval()),
                "defaultInterval",
                "must be an interval that is allowed");
    }

    private static boolean allows(Open open, int days) {
        var inRange = open.min() != null && open.max() != null && open.min() <= days && days <= open.max();
        return inRange || open.allowed().contains(days);
    }

    private static Stream<Integer> intervals(Open open) {
        var listed = Stream.concat(open.allowed().stream(), open.flagged().keySet().stream());
        return open.min() == null ? listed : Stream.concat(listed, Stream.of(open.min()));
    }
}
