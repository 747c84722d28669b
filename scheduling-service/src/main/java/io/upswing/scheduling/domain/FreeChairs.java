package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds free time on chairs, on the five-minute grid and within opening hours. */
final class FreeChairs {
    private static final Duration GRID = Duration.ofMinutes(5);
    private static final int ALTERNATIVES = 5;
    private static final int DAYS_AROUND = 7;

    private final Site site;
    private final List<Chair> chairs;
    private final List<Slot> taken;
    private final Duration duration;

    /** Among {@code chairs}, for {@code duration}. */
    FreeChairs(Site site, List<Chair> chairs, List<Slot> taken, Duration duration) {
        this.site = site;
        this.chairs = chairs;
        this.taken = taken;
        this.duration = duration;
    }

    boolean open(Instant start) {
        var end = start.plus(duration);
        return site.openOn(site.dateOf(start)).stream().anyMatch(span -> span.holds(start, end));
    }

    /** The first chair that is free at that time. */
    Optional<Slot> at(Instant start) {
        var end = start.plus(duration);
        return chairs.stream()
                .filter(chair -> takenOn(chair).noneMatch(slot -> slot.overlaps(start, end)))
                .map(chair -> new Slot(start, end, chair.id()))
                .findFirst();
    }

    /** The nearest free starts, nearest first: one for each chair and gap, from now on, on dates that are wanted. */
    List<Slot> near(Instant start, Instant now, Predicate<LocalDate> wanted) {
        var found = new ArrayList<Slot>();
        var date = site.dateOf(start);
        for (int days = 0; days <= DAYS_AROUND && found.size() < ALTERNATIVES; days++) {
            freeOn(date.plusDays(days), start, now, wanted, found);
            if (days > 0) {
                freeOn(date.minusDays(days), start, now, wanted, found);
            }
        }
        found.sort(Comparator.comparing((Slot slot) -> distance(slot, start))
                .thenComparing(Slot::start)
                .thenComparing(Slot::chairId));
        return found.subList(0, Math.min(ALTERNATIVES, found.size()));
    }

    private void freeOn(LocalDate date, Instant start, Instant now, Predicate<LocalDate> wanted, List<Slot> found) {
        if (!wanted.test(date)) {
            return;
        }
        for (var span : site.openOn(date)) {
            var from = span.from().isBefore(now) ? now : span.from();
            chairs.forEach(chair -> gaps(chair, from, span.to(), start, found));
        }
    }

    private void gaps(Chair chair, Instant from, Instant to, Instant start, List<Slot> found) {
        var cursor = from;
        for (var slot : takenOn(chair).sorted(Comparator.comparing(Slot::start)).toList()) {
            nearestIn(chair, cursor, earlier(slot.start(), to), start).ifPresent(found::add);
            cursor = slot.end().isAfter(cursor) ? slot.end() : cursor;
        }
        nearestIn(chair, cursor, to, start).ifPresent(found::add);
    }

    private Optional<Slot> nearestIn(Chair chair, Instant from, Instant to, Instant start) {
        var earliest = up(from);
        var latest = down(to.minus(duration));
        if (latest.isBefore(earliest)) {
            return Optional.empty();
        }
        var nearest = start.isBefore(earliest) ? earliest : earlier(start, latest);
        return Optional.of(new Slot(nearest, nearest.plus(duration), chair.id()));
    }

    private Stream<Slot> takenOn(Chair chair) {
        return taken.stream().filter(slot -> slot.chairId().equals(chair.id()));
    }

    private static Duration distance(Slot slot, Instant start) {
        return Duration.between(start, slot.start()).abs();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant up(Instant at) {
        var down = down(at);
        return down.equals(at) ? at : down.plus(GRID);
    }

    private static Instant down(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), GRID.toSeconds()) * GRID.toSeconds());
    }
}
