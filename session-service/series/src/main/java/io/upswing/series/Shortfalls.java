package io.upswing.series;

import io.upswing.series.Standing.Shortfall;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * R15: ended treatment weeks of a series phase with fewer sessions than its frequency. A week belongs to the phase in
 * force at its end; what the phase no longer planned when the week began, unless it was extended, is not missing.
 */
final class Shortfalls {
    /** Ten years: a date typed into the wrong century must not fill an answer with weeks. */
    private static final int MOST_WEEKS = 520;

    private final Situation situation;
    private final LocalDate day1;
    private final List<Shortfall> found = new ArrayList<>();
    private int next;
    private int stay;

    private Shortfalls(Situation situation, LocalDate day1) {
        this.situation = situation;
        this.day1 = day1;
    }

    static List<Shortfall> of(Situation situation) {
        var day1 = situation.progress().day1();
        if (day1 == null) {
            return List.of();
        }
        var shortfalls = new Shortfalls(situation, day1);
        for (var week = 1; week <= MOST_WEEKS && shortfalls.ended(week) && shortfalls.judge(week); week++) {}
        return shortfalls.found;
    }

    private boolean ended(int week) {
        var lastDay = Weeks.lastDay(day1, week);
        var end = situation.end();
        return lastDay.isBefore(situation.asOf()) && (end == null || lastDay.isBefore(end.from()));
    }

    /** False when no later week can be one of a series phase. */
    private boolean judge(int week) {
        var lastDay = Weeks.lastDay(day1, week);
        stay = stayOn(lastDay);
        var phase = situation.progress().prescription().phases().get(stay);
        if (!(phase instanceof Series series)) {
            return false;
        }
        var missing = planned(series, week) - givenUpTo(lastDay);
        if (missing > 0) {
            found.add(new Shortfall(week, missing));
        }
        return true;
    }

    private int stayOn(LocalDate day) {
        var stays = situation.progress().stays();
        var on = stay;
        while (on + 1 < stays.size() && !day.isBefore(stays.get(on + 1).from())) {
            on++;
        }
        return on;
    }

    private int givenUpTo(LocalDate lastDay) {
        var counted = situation.progress().counted();
        var from = next;
        while (next < counted.size() && !counted.get(next).on().isAfter(lastDay)) {
            next++;
        }
        return next - from;
    }

    private int planned(Series series, int week) {
        if (series.gated() && extendedBy(Weeks.lastDay(day1, week))) {
            return series.perWeek();
        }
        var counted = situation.progress().counted();
        var before = 0;
        for (var i = 0; i < next; i++) {
            before += counted.get(i).phase() == stay ? 1 : 0;
        }
        return Math.min(series.perWeek(), Math.max(0, series.sessions() - before));
    }

    private boolean extendedBy(LocalDate day) {
        for (var benefit : situation.facts().decided().benefits()) {
            if (benefit.outcome() == BenefitFact.Outcome.EXTEND && !benefit.on().isAfter(day)) {
                return true;
            }
        }
        return false;
    }
}
