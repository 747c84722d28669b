package io.upswing.series;

import io.upswing.session.events.Phase;
import io.upswing.session.events.Phase.Open;
import io.upswing.session.events.Phase.Series;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * R5 to R13 for sessions that are still to come, on one day: what each is held to when those before it are given, and every
 * gate on the way is decided to go on.
 */
public final class Ahead {
    private final LocalDate day;
    private final Progress progress;
    private final boolean running;

    private Ahead(LocalDate day, Progress progress, boolean running) {
        this.day = day;
        this.progress = progress;
        this.running = running;
    }

    public static Ahead on(LocalDate day, CourseFacts facts) {
        var running = End.on(day, facts) == null && Pauses.on(day, facts) == null;
        return new Ahead(day, Walk.upTo(day, facts), running);
    }

    static Ahead of(LocalDate day, Progress progress) {
        return new Ahead(day, progress, true);
    }

    /** R13: neither over nor paused. */
    public boolean running() {
        return running;
    }

    /** R8: why the present phase allows no such interval; empty when it does. */
    public Optional<Refusal> interval(int days) {
        return Decisions.allowed(progress.phase(), days);
    }

    /** A phase, how many of its sessions are given or to come before the one in question, and what that waits for. */
    private record Place(int phase, int before, boolean waits) {}

    private Place place(int before) {
        var place = new Place(progress.stay().phase(), progress.given() + before, false);
        while (!fixed() && completed(place) && place.phase() + 1 < phases().size()) {
            place = beyond(place, before);
        }
        return place;
    }

    /** R6: an extended phase goes on until a clinician decides otherwise, however many were given in it. */
    private boolean fixed() {
        var gate = progress.gate();
        return gate != null && (gate.extended() || gate.decided());
    }

    private boolean completed(Place place) {
        return phases().get(place.phase()) instanceof Series series && place.before() >= series.sessions();
    }

    /** R7: what was given in a gated phase beyond its plan counts in no other. */
    private Place beyond(Place place, int before) {
        if (!(phases().get(place.phase()) instanceof Series series)) {
            return place;
        }
        var left = place.before() - series.sessions();
        return new Place(
                place.phase() + 1, series.gated() ? Math.min(before, left) : left, place.waits() || series.gated());
    }

    /** What a session is held to that comes after {@code before} others; null while no interval is known. */
    public @Nullable Pace pace(int before) {
        return pace(place(before), null);
    }

    private @Nullable Pace pace(Place place, @Nullable LocalDate day1) {
        var provisional = place.waits() || awaitsDecision(day1);
        return switch (phases().get(place.phase())) {
            case Series series -> Pace.of(series, provisional);
            case Open open -> {
                var interval = intervalOf(open);
                yield interval == null ? null : Pace.of(open, interval, provisional);
            }
        };
    }

    private @Nullable Integer intervalOf(Open open) {
        var decided = progress.interval();
        return decided == null ? open.defaultInterval() : Integer.valueOf(decided.days());
    }

    /**
     * As {@link #pace}, where a session may be planned on this day: the first by R9, and by R12 none where nothing follows.
     * {@code day1} is null before the first session.
     */
    public @Nullable Pace planned(int before, @Nullable LocalDate day1) {
        if (progress.last() == null && before == 0) {
            return Pace.first(phases().getFirst());
        }
        var place = place(before);
        return endsBefore(place, day1) || waitsForAnInterval(place) ? null : pace(place, day1);
    }

    /** A gated phase that nothing follows ends with its last planned session, and on its last day. */
    private boolean endsBefore(Place place, @Nullable LocalDate day1) {
        if (fixed() || place.phase() + 1 < phases().size()) {
            return false;
        }
        return phases().get(place.phase()) instanceof Series series
                && series.gated()
                && (completed(place) || pastLastDay(series, day1));
    }

    private boolean pastLastDay(Series series, @Nullable LocalDate day1) {
        return series.lastDay() != null && day1 != null && day.isAfter(day1.plusDays(series.lastDay()));
    }

    /** The decision at the gate before an open phase is also one on its interval. */
    private boolean waitsForAnInterval(Place place) {
        return place.waits()
                && phases().get(place.phase()) instanceof Open
                && phases().get(place.phase() - 1) instanceof Series before
                && before.gated();
    }

    private boolean awaitsDecision(@Nullable LocalDate day1) {
        var gate = progress.gate();
        if (gate == null) {
            return false;
        }
        return !fixed() && progress.last() == null && progress.phase() instanceof Series series
                ? reachesLastDay(series, day1)
                : gate.on(day).awaitsDecision();
    }

    private boolean reachesLastDay(Series series, @Nullable LocalDate day1) {
        return series.lastDay() != null && day1 != null && !day.isBefore(day1.plusDays(series.lastDay()));
    }

    private List<Phase> phases() {
        return progress.prescription().phases();
    }
}
