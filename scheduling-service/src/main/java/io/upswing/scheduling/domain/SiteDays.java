package io.upswing.scheduling.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a stay fits at a site, day by day: each day is looked at by itself, and only when it is asked for. */
final class SiteDays {
    private final Site site;
    private final List<Chair> chairs;
    private final Stay stay;
    private final Instant now;
    private final Map<LocalDate, List<Occupied>> taken = new HashMap<>();
    private final Map<LocalDate, List<Booking>> elsewhere = new HashMap<>();
    private final Map<LocalDate, List<Opening>> found = new HashMap<>();

    /** {@code others}: where the patient is expected besides. */
    SiteDays(Desk desk, List<Chair> chairs, Stay stay, List<Booking> others, Instant now) {
        this.site = desk.site();
        this.chairs = chairs;
        this.stay = stay;
        this.now = now;
        for (var occupied : desk.taken()) {
            add(taken, occupied.slot().start(), occupied.slot().end(), occupied);
        }
        for (var other : others) {
            add(elsewhere, other.start(), other.end(), other);
        }
    }

    private <T> void add(Map<LocalDate, List<T>> days, Instant from, Instant to, T one) {
        var last = site.dateOf(to);
        for (var date = site.dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            days.computeIfAbsent(date, day -> new ArrayList<>()).add(one);
        }
    }

    /** All openings of a date that the preference would have. */
    List<Opening> on(LocalDate date, Preference preference) {
        return preference.wants(date)
                ? openingsOn(date).stream()
                        .filter(opening -> wants(preference, opening.slot().start()))
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
        var occupied = taken.getOrDefault(date, List.of());
        return new Openings(site.on(date), chairs, Elsewhere.and(occupied, chairs, away, stay), stay);
    }

    private List<Booking> awayOn(LocalDate date) {
        return elsewhere.getOrDefault(date, List.of());
    }

    /** The best opening of each date: nearest to the patient's habit, then what strands the least time. */
    NavigableMap<LocalDate, Choice> choices(LocalDate from, LocalDate to, Preference preference, Habit habit) {
        var days = new TreeMap<LocalDate, List<Opening>>();
        for (var date = from; !date.isAfter(to); date = date.plusDays(1)) {
            var openings = on(date, preference);
            if (!openings.isEmpty()) {
                days.put(date, openings);
            }
        }
        var usual = habit.or(days.values(), site.zone());
        var choices = new TreeMap<LocalDate, Choice>();
        days.forEach((date, openings) -> choices.put(date, best(openings, usual)));
        return choices;
    }

    private Choice best(List<Opening> openings, Habit habit) {
        return openings.stream()
                .map(opening -> new Choice(
                        opening.slot(),
                        habit.distance(opening.slot().start().atZone(site.zone())),
                        opening.stranded().toMinutes(),
                        null))
                .min(Comparator.comparingInt(Choice::irregular).thenComparingLong(Choice::strandedMinutes))
                .orElseThrow();
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
