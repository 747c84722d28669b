package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * R4: what is noted about a counted session. It is judged against the sessions up to it, with the interval and the lapse
 * limit that held at the end of the day before.
 */
final class SessionFlags {
    /** A flag with its reason. */
    record Finding(Flag flag, Because because) {}

    private final int lapseLimit;
    private final @Nullable IntervalFact interval;

    private SessionFlags(int lapseLimit, @Nullable IntervalFact interval) {
        this.lapseLimit = lapseLimit;
        this.interval = interval;
    }

    /** Before anything of {@code day} has been applied to the progress. */
    static SessionFlags onTheEveOf(LocalDate day, Progress progress) {
        var window = Windows.on(day.minusDays(1), progress);
        return new SessionFlags(Windows.lapseLimit(progress, window), progress.interval());
    }

    /** {@code progress} is already in the phase that the session falls in, the session not yet counted. */
    List<Finding> of(SessionFact session, Progress progress) {
        var last = progress.last();
        if (last == null) {
            return List.of();
        }
        var findings = new ArrayList<Finding>(1);
        var gap = Weeks.days(last.on(), session.on());
        if (gap == 0) {
            findings.add(sameDay(session));
        } else if (gap < floor(progress.phase())) {
            findings.add(tooSoon(session, gap, progress.phase()));
        }
        if (progress.phase() instanceof Series series && progress.givenInWeekOf(session.on()) >= series.perWeek()) {
            findings.add(overWeekCap(session, series));
        }
        if (gap > lapseLimit) {
            findings.add(lapse(session, gap, progress.prescription()));
        }
        return findings;
    }

    private int floor(Phase phase) {
        return switch (phase) {
            case Series series -> series.gap().min();
            case Open open -> {
                var days = interval == null ? open.defaultInterval() : Integer.valueOf(interval.days());
                yield days == null ? 0 : days - open.window();
            }
        };
    }

    private static Finding sameDay(SessionFact session) {
        return finding(Flag.SAME_DAY, session, "Two sessions were given on " + session.on() + ".", Sources.HOUSE_RULE);
    }

    private Finding tooSoon(SessionFact session, int gap, Phase phase) {
        var text = "The session on " + session.on() + " came " + Weeks.inWords(gap) + " after the one before; "
                + phase.id() + " asks for at least " + floor(phase) + ".";
        return finding(Flag.TOO_SOON, session, text, Sources.of(phase, phase instanceof Open ? "interval" : "gap"));
    }

    private static Finding overWeekCap(SessionFact session, Series series) {
        var text = "The session on " + session.on() + " is one more than the " + series.perWeek()
                + " of a treatment week in " + series.id() + ".";
        return finding(Flag.OVER_WEEK_CAP, session, text, Sources.of(series, "perWeek"));
    }

    private Finding lapse(SessionFact session, int gap, Prescription prescription) {
        var text = "The session on " + session.on() + " came " + Weeks.inWords(gap)
                + " after the one before; more than " + lapseLimit + " days is a lapse.";
        return finding(Flag.LAPSE, session, text, Sources.text(prescription.lapseSource()));
    }

    private static Finding finding(String code, SessionFact session, String text, String source) {
        return new Finding(new Flag(code, session.on()), new Because("R4", text, source, session.events()));
    }
}
