package io.upswing.scheduling.domain;

import io.upswing.series.Next;
import io.upswing.series.Weeks;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The best dates of a series whose day 1 is given, exactly: from each date to every one that the due rules let follow it, by
 * dynamic programming. What can follow depends on the date, on how many of the plan came before it, and on how many of
 * them are in its treatment week.
 */
final class SeriesSearch {
    private final Outline outline;
    private final Choices choices;
    private final LocalDate last;
    private final LocalDate day1;
    private final TreeMap<LocalDate, Map<Path.State, Path>> open = new TreeMap<>();
    private @Nullable Path best;
    private Path furthest;

    /**
     * Among {@code choices} up to the {@code last} date. {@code toBeat}: a plan with another day 1, which goes where this one
     * comes to cost as much.
     */
    SeriesSearch(Outline outline, Choices choices, LocalDate last, LocalDate day1, @Nullable Path toBeat) {
        this.outline = outline;
        this.choices = choices;
        this.last = last;
        this.day1 = day1;
        this.best = toBeat;
        this.furthest = Path.startingAt(outline.begin(), outline.standing(weekOf(outline.begin()), outline.begin()));
        search(furthest);
    }

    /** The plan that costs least, {@code toBeat} among them; null where there is none. */
    @Nullable
    Path best() {
        return best;
    }

    /** As far as any plan comes, where there is no best one. */
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

    /** No cost is below zero, and what is still to be planned takes new places where none are kept. */
    private boolean mayBecomeBest(Path path) {
        var places = outline.count() - path.planned() - choices.keptAfter(path.date());
        return best == null || path.cost().plus(Cost.ofNew(Math.max(0, places))).compareTo(best.cost()) < 0;
    }

    private void extend(Path path) {
        if (!mayBecomeBest(path)) {
            return;
        }
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
        var end = fixed == null || fixed.isAfter(last) ? last.plusDays(1) : fixed;
        for (var date = earliestAfter(path); date.isBefore(end); date = date.plusDays(1)) {
            var window = window(path, date);
            if (window != null && date.isAfter(from(path, window).latest())) {
                return;
            }
            if (window != null) {
                visit(path, date, window);
            }
        }
    }

    /** The place is asked for last: it costs the most to know. */
    private void visit(Path path, LocalDate date, Next window) {
        var aim = from(path, window);
        if (!aim.holds(date) || beginsElsewhere(path, date) || !hasRoom(path, date)) {
            return;
        }
        var choice = choices.on(date);
        if (choice != null) {
            offer(path.with(new Visit(date, choice, window), aim, inWeek(path, date) + 1));
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
        return Weeks.of(day1, path.date()) == Weeks.of(day1, date) ? path.inWeek() : 0;
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
