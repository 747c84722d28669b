package io.upswing.scheduling.domain;

import io.upswing.series.Next;
import io.upswing.series.Weeks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The best dates of a series whose day 1 is given, exactly: from each date to every one that the due rules let follow it, by
 * dynamic programming. What can follow depends on the date, on how many of the plan came before it, and on how many of
 * them are in its treatment week.
 */
final class SeriesSearch {
    private final Outline outline;
    private final NavigableMap<LocalDate, Choice> choices;
    private final LocalDate day1;
    private final TreeMap<LocalDate, Map<Path.State, Path>> open = new TreeMap<>();
    private @Nullable Path best;
    private Path furthest;

    /** {@code choices}: the place that would be taken on each date. */
    SeriesSearch(Outline outline, NavigableMap<LocalDate, Choice> choices, LocalDate day1) {
        this.outline = outline;
        this.choices = choices;
        this.day1 = day1;
        this.furthest = Path.startingAt(outline.begin(), outline.standing(weekOf(outline.begin()), outline.begin()));
        search(furthest);
    }

    /** The plan that costs least; null where there is none. */
    @Nullable
    Path best() {
        return best;
    }

    /** As far as any plan comes. */
    Path furthest() {
        return furthest;
    }

    private void search(Path start) {
        offer(start);
        while (!open.isEmpty()) {
            open.pollFirstEntry().getValue().values().forEach(this::extend);
        }
    }

    private void offer(Path path) {
        open.computeIfAbsent(path.date(), date -> new HashMap<>())
                .merge(path.state(), path, (one, other) -> other.cheaperThan(one) ? other : one);
    }

    private void extend(Path path) {
        if (path.goesFurtherThan(furthest)) {
            furthest = path;
        }
        var fixed = nextFixed(path);
        if (fixed != null) {
            past(path, fixed);
        } else if (path.planned() == outline.count() && path.cheaperThan(best)) {
            best = path;
        }
        if (path.planned() < outline.count()) {
            visit(path);
        }
    }

    private @Nullable LocalDate nextFixed(Path path) {
        return path.begins()
                ? outline.fixed().ceiling(firstAfter(path))
                : outline.fixed().higher(path.date());
    }

    /** Before day 1 the path stands at the prescription, on the date of which a first session may be. */
    private LocalDate firstAfter(Path path) {
        return path.begins() && outline.day1() == null
                ? LocalDate.MIN
                : path.date().plusDays(1);
    }

    private void past(Path path, LocalDate fixed) {
        if (beginsElsewhere(path, fixed)) {
            return;
        }
        var window = window(path, fixed);
        var cost = window == null ? Cost.NONE : Cost.ofDate(fixed, window);
        offer(path.past(fixed, inWeek(path, fixed) + 1, cost));
    }

    private boolean beginsElsewhere(Path path, LocalDate date) {
        return path.begins() && outline.day1() == null && !date.equals(day1);
    }

    private boolean distance(LocalDate from, LocalDate to, int planned) {
        var pace = outline.held(to, planned);
        return ChronoUnit.DAYS.between(from, to)
                >= (pace == null ? 1 : pace.gap().min());
    }

    private void visit(Path path) {
        var fixed = nextFixed(path);
        for (var entry : choices.tailMap(earliestAfter(path)).entrySet()) {
            var date = entry.getKey();
            if (fixed != null && !date.isBefore(fixed)) {
                return;
            }
            var window = window(path, date);
            if (window != null && date.isAfter(from(path, window).latest())) {
                return;
            }
            if (window != null
                    && from(path, window).holds(date)
                    && !beginsElsewhere(path, date)
                    && hasRoom(path, date)) {
                var visit = new Visit(date, entry.getValue(), window);
                offer(path.with(visit, from(path, window), inWeek(path, date) + 1));
            }
        }
    }

    LocalDate earliestAfter(Path path) {
        var after = firstAfter(path);
        return after.isBefore(outline.from()) ? outline.from() : after;
    }

    /** The window of a session on a date that comes next on the path; null where there is none. */
    @Nullable
    Next window(Path path, LocalDate date) {
        return outline.window(date, path.planned(), path.date(), day1, other -> inWeek(path, other));
    }

    /** Whose window has passed when the plan begins comes as soon as may be: in as many days from then on. */
    Next from(Path path, Next window) {
        var from = outline.from();
        if (path.planned() > 0 || !window.latest().isBefore(from)) {
            return window;
        }
        var days = ChronoUnit.DAYS.between(window.earliest(), window.latest());
        return new Next(window.kind(), from, from, from, from.plusDays(days), window.provisional());
    }

    /** Whether spacing lets a session stand there: its treatment week, and what stands after it. */
    boolean hasRoom(Path path, LocalDate date) {
        var pace = outline.held(date, path.planned());
        var fixed = nextFixed(path);
        return !outline.holds(date)
                && (pace == null || inWeek(path, date) + laterInWeek(path, date) < pace.perWeek())
                && (fixed == null || distance(date, fixed, path.planned() + 1));
    }

    /** How many the treatment week of a date holds that are on the path. */
    private int inWeek(Path path, LocalDate date) {
        return weekOf(path.date()).equals(weekOf(date)) ? path.inWeek() : 0;
    }

    private int laterInWeek(Path path, LocalDate date) {
        var first = weekOf(date);
        var next = path.date().plusDays(1);
        return outline.standing(first.isBefore(next) ? next : first, first.plusDays(6));
    }

    private LocalDate weekOf(LocalDate date) {
        return Weeks.firstDay(day1, Weeks.of(day1, date));
    }
}
