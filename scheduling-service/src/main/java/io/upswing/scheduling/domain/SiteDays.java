package io.upswing.scheduling.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a stay fits at a site, day by day: each day is looked at by itself, and only when it is asked for. */
final class SiteDays {
    private static final int WEEKS_OF_A_HABIT = 4;

    private final Calendar calendar;
    private final Site site;
    private final List<Chair> chairs;
    private final Stay stay;
    private final List<Booking> others;
    private final Instant now;
    private final Map<LocalDate, List<Opening>> found = new HashMap<>();

    /** On one of {@code chairs}; {@code others}: where the patient is expected besides. */
    SiteDays(Calendar calendar, List<Chair> chairs, Stay stay, List<Booking> others, Instant now) {
        this.calendar = calendar;
        this.site = calendar.site();
        this.chairs = chairs;
        this.stay = stay;
        this.others = List.copyOf(others);
        this.now = now;
    }

    /** All openings of a date that the preference would have. */
    List<Opening> on(LocalDate date, Preference preference) {
        return preference.wants(date)
                ? openingsOn(date).stream()
                        .filter(opening -> wants(preference, opening.start()))
                        .toList()
                : List.of();
    }

    private boolean wants(Preference preference, Instant start) {
        return preference.wants(start.atZone(site.zone()).toLocalTime());
    }

    private List<Opening> openingsOn(LocalDate date) {
        return found.computeIfAbsent(date, day -> on(day, awayOn(day)).on(day, now));
    }

    private Openings on(LocalDate date, List<Booking> away) {
        var desk = calendar.on(date);
        return new Openings(desk.site(), chairs, Elsewhere.and(desk.taken(), chairs, away, stay), stay);
    }

    private List<Booking> awayOn(LocalDate date) {
        return others.stream()
                .filter(other -> !date.isBefore(site.dateOf(other.start())) && !date.isAfter(site.dateOf(other.end())))
                .toList();
    }

    /** The place on a date that is nearest to the patient's habit, of those the one that strands the least time. */
    Optional<Choice> best(LocalDate date, Preference preference, Habit habit) {
        return on(date, preference).stream()
                .min(Comparator.<Opening>comparingInt(opening -> irregular(opening, habit))
                        .thenComparingLong(Opening::strandedMinutes))
                .map(opening -> new Choice(opening.slot(), irregular(opening, habit), opening.strandedMinutes(), null));
    }

    private int irregular(Opening opening, Habit habit) {
        return habit.distance(opening.start().atZone(site.zone()));
    }

    /** A usual time for who has none, from the days of some weeks. */
    Habit usual(Habit habit, LocalDate from, LocalDate last, Preference preference) {
        var end = from.plusWeeks(WEEKS_OF_A_HABIT);
        var days = from.datesUntil(end.isAfter(last) ? last.plusDays(1) : end);
        return habit.or(days.map(date -> on(date, preference)), site.zone());
    }

    /** Why a date has no opening that the preference would have; empty when it has one. */
    Optional<Refusal> obstacle(LocalDate date, Preference preference) {
        if (!on(date, preference).isEmpty()) {
            return Optional.empty();
        }
        var alone = on(date, List.of());
        Obstacle nearest = null;
        for (var span : site.hoursOn(date).all()) {
            for (var start = Grid.up(span.from()); start.isBefore(span.to()); start = start.plus(Grid.STEP)) {
                if (!start.isBefore(now) && wants(preference, start)) {
                    var obstacle = alone.obstacle(start);
                    if (obstacle.isEmpty()) {
                        return Optional.of(Refusal.PATIENT_ALREADY_BOOKED);
                    }
                    nearest = later(nearest, obstacle.get());
                }
            }
        }
        return Optional.of(nearest == null ? Refusal.OUTSIDE_HOURS : nearest.refusal());
    }

    /** What is asked last is nearest to an opening. */
    private static Obstacle later(@Nullable Obstacle one, Obstacle other) {
        return one == null || one.ordinal() < other.ordinal() ? other : one;
    }
}
