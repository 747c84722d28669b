package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one more stay fits: on a chair that is free, within opening hours and outside closures, while a monitor has room
 * and, where it must be, a prescriber is there. Starts are on the {@link Grid}.
 */
final class Openings {
    private static final Spans NOTHING = new Spans(List.of());
    private static final int ALTERNATIVES = 5;

    /** How far the nearest free starts may lie. */
    static final int DAYS_AROUND = 7;

    private final Site site;
    private final List<Chair> chairs;
    private final Map<UUID, Spans> taken;
    private final Stay stay;
    private final Spans room;
    private final Spans present;
    private final Map<LocalDate, Spans> open = new HashMap<>();
    private final Map<LocalDate, Map<Span, Chair>> gaps = new HashMap<>();

    /** Among {@code chairs}; {@code taken}: what stands in the calendar of the whole site. */
    Openings(Site site, List<Chair> chairs, List<Occupied> taken, Stay stay) {
        this.site = site;
        this.chairs = chairs;
        this.stay = stay;
        this.taken = taken.stream()
                .map(Occupied::slot)
                .collect(Collectors.groupingBy(
                        Slot::chairId,
                        Collectors.collectingAndThen(
                                Collectors.mapping(slot -> new Span(slot.start(), slot.end()), Collectors.toList()),
                                Spans::of)));
        this.room = site.staffing()
                .room(taken.stream()
                        .map(Occupied::watched)
                        .filter(Objects::nonNull)
                        .toList());
        this.present = site.staffing().present();
    }

    /** Why the stay does not fit at a start; empty when it does. */
    Optional<Obstacle> obstacle(Instant start) {
        var date = site.dateOf(start);
        if (!site.hoursOn(date).hold(stay.at(start))) {
            return Optional.of(Obstacle.OUTSIDE_HOURS);
        }
        if (!openOn(date).hold(stay.at(start))) {
            return Optional.of(Obstacle.SITE_CLOSED);
        }
        if (!attended(start)) {
            return Optional.of(Obstacle.NO_PRESCRIBER);
        }
        if (best(gapsOn(date), stay.at(start)) == null) {
            return Optional.of(Obstacle.SLOT_TAKEN);
        }
        return watched(start) ? Optional.empty() : Optional.of(Obstacle.NO_MONITOR);
    }

    /** On the chair that leaves the most to others. */
    Optional<Opening> at(Instant start) {
        return at(start, gapsOn(site.dateOf(start)));
    }

    private Optional<Opening> at(Instant start, Map<Span, Chair> gaps) {
        return staffed(start) ? Optional.ofNullable(best(gaps, stay.at(start))) : Optional.empty();
    }

    /** Beside whom one more is put when none of the chairs is free: where the least time is shared. */
    Chair leastTaken(Instant start) {
        var wanted = stay.at(start);
        return chairs.stream()
                .min(Comparator.comparing(
                        chair -> taken.getOrDefault(chair.id(), NOTHING).shared(wanted)))
                .orElseThrow();
    }

    /** Every start of a date from a moment on, each with its best chair, earliest first. */
    List<Opening> on(LocalDate date, Instant from) {
        var gaps = gapsOn(date);
        var found = new ArrayList<Opening>();
        for (var hours : openOn(date).all()) {
            var last = hours.to().minus(stay.chair());
            for (var start = Grid.up(later(hours.from(), from)); !start.isAfter(last); start = start.plus(Grid.STEP)) {
                at(start, gaps).ifPresent(found::add);
            }
        }
        return found;
    }

    /** The nearest free starts, nearest first: one for each chair and gap, from now on, on dates that are wanted. */
    List<Slot> near(Instant start, Instant now, Predicate<LocalDate> wanted) {
        var found = new ArrayList<Slot>();
        var date = site.dateOf(start);
        for (int days = 0; days <= DAYS_AROUND && found.size() < ALTERNATIVES; days++) {
            nearOn(date.plusDays(days), start, now, wanted, found);
            if (days > 0) {
                nearOn(date.minusDays(days), start, now, wanted, found);
            }
        }
        found.sort(Comparator.comparing((Slot slot) -> distance(slot.start(), start))
                .thenComparing(Slot::start)
                .thenComparing(Slot::chairId));
        return found.subList(0, Math.min(ALTERNATIVES, found.size()));
    }

    private void nearOn(LocalDate date, Instant start, Instant now, Predicate<LocalDate> wanted, List<Slot> found) {
        if (wanted.test(date)) {
            freeOn(date)
                    .forEach((chair, gaps) -> gaps.all()
                            .forEach(gap -> nearestIn(gap, start, now)
                                    .ifPresent(at -> found.add(new Slot(at, at.plus(stay.chair()), chair.id())))));
        }
    }

    private Optional<Instant> nearestIn(Span gap, Instant wanted, Instant now) {
        var last = gap.to().minus(stay.chair());
        Instant nearest = null;
        for (var start = Grid.up(later(gap.from(), now)); !start.isAfter(last); start = start.plus(Grid.STEP)) {
            if (staffed(start) && (nearest == null || closer(start, nearest, wanted))) {
                nearest = start;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean closer(Instant one, Instant other, Instant to) {
        return distance(one, to).compareTo(distance(other, to)) < 0;
    }

    private static @Nullable Opening best(Map<Span, Chair> gaps, Span wanted) {
        Opening best = null;
        for (var gap : gaps.entrySet()) {
            if (gap.getKey().holds(wanted)) {
                var opening = Opening.in(gap.getKey(), gap.getValue(), wanted);
                best = best == null ? opening : best.orBetter(opening);
            }
        }
        return best;
    }

    private boolean staffed(Instant start) {
        return attended(start) && watched(start);
    }

    private boolean attended(Instant start) {
        var watch = stay.watch();
        return watch == null || !watch.prescriber() || !site.staffing().attended() || present.hold(watch.at(start));
    }

    private boolean watched(Instant start) {
        var watch = stay.watch();
        return watch == null || !site.staffing().monitored() || room.hold(watch.at(start));
    }

    private Spans openOn(LocalDate date) {
        return open.computeIfAbsent(date, site::openOn);
    }

    /** In the order of the chairs. */
    private Map<Chair, Spans> freeOn(LocalDate date) {
        var gaps = new LinkedHashMap<Chair, Spans>();
        chairs.forEach(chair -> gaps.put(chair, openOn(date).without(taken.getOrDefault(chair.id(), NOTHING))));
        return gaps;
    }

    /** Chairs that are free for the same time are alike: the first of them will do. */
    private Map<Span, Chair> gapsOn(LocalDate date) {
        return gaps.computeIfAbsent(date, day -> {
            var found = new LinkedHashMap<Span, Chair>();
            freeOn(date).forEach((chair, free) -> free.all().forEach(gap -> found.putIfAbsent(gap, chair)));
            return found;
        });
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
