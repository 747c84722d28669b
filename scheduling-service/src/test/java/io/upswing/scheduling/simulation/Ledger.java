package io.upswing.scheduling.simulation;

import io.upswing.scheduling.domain.Shift;
import io.upswing.scheduling.domain.Shift.Role;
import io.upswing.scheduling.domain.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What stands in a calendar, and what is wrong with one entry more: looked at step by step of five minutes, with the clock
 * on the wall. Slow and plain on purpose, and written without any of the code that it judges.
 */
final class Ledger {
    private static final Duration STEP = Duration.ofMinutes(5);

    /** What may be wrong. */
    enum Fault {
        OUTSIDE_HOURS,
        CLOSED,
        NO_PRESCRIBER,
        CHAIR_TAKEN,
        NO_MONITOR,
        PATIENT_ELSEWHERE,
        SPACING
    }

    /** What a manager may put up with. */
    static final Set<Fault> OVERBOOKED = EnumSet.of(Fault.CHAIR_TAKEN, Fault.NO_MONITOR);

    private final Scene scene;
    private final Map<UUID, Entry> standing = new LinkedHashMap<>();
    private final Map<UUID, Span> closures = new HashMap<>();
    private final Map<UUID, List<Shift>> shifts = new LinkedHashMap<>();
    private final Set<Role> limits = EnumSet.noneOf(Role.class);

    Ledger(Scene scene) {
        this.scene = scene;
    }

    Map<UUID, Entry> standing() {
        return standing;
    }

    Map<UUID, Span> closures() {
        return closures;
    }

    Map<UUID, List<Shift>> shifts() {
        return shifts;
    }

    void add(UUID shiftId, List<Shift> duties) {
        shifts.put(shiftId, duties);
        duties.forEach(duty -> limits.add(duty.role()));
    }

    boolean limited(Role role) {
        return limits.contains(role);
    }

    List<Shift> onDuty() {
        return shifts.values().stream().flatMap(List::stream).toList();
    }

    /** Everything that speaks against the entry beside the others that stand. */
    Set<Fault> faults(Entry entry, LocalDate today) {
        var others = standing.values().stream()
                .filter(other -> !other.id().equals(entry.id()))
                .toList();
        var faults = EnumSet.noneOf(Fault.class);
        for (var at = entry.time().from(); at.isBefore(entry.time().to()); at = at.plus(STEP)) {
            faults.addAll(faultsAt(at, entry, others));
        }
        if (entry.treatment() && !spaced(entry, others, today)) {
            faults.add(Fault.SPACING);
        }
        return faults;
    }

    private Set<Fault> faultsAt(Instant at, Entry entry, List<Entry> others) {
        var faults = EnumSet.noneOf(Fault.class);
        if (!open(at, entry)) {
            faults.add(Fault.OUTSIDE_HOURS);
        }
        if (closures.values().stream().anyMatch(closure -> in(closure, at))) {
            faults.add(Fault.CLOSED);
        }
        if (any(others, other -> other.chair().equals(entry.chair()) && in(other.time(), at))) {
            faults.add(Fault.CHAIR_TAKEN);
        }
        if (at.isBefore(entry.left())
                && any(
                        others,
                        other -> other.patient().equals(entry.patient())
                                && in(new Span(other.time().from(), other.left()), at))) {
            faults.add(Fault.PATIENT_ELSEWHERE);
        }
        if (entry.watched() != null && in(entry.watched(), at)) {
            faults.addAll(unattended(at, entry, others));
        }
        return faults;
    }

    private Set<Fault> unattended(Instant at, Entry entry, List<Entry> others) {
        var faults = EnumSet.noneOf(Fault.class);
        var here = onDuty().stream().filter(shift -> in(shift.time(), at)).toList();
        if (entry.prescriber()
                && limited(Role.PRESCRIBER)
                && here.stream().noneMatch(shift -> shift.role() == Role.PRESCRIBER)) {
            faults.add(Fault.NO_PRESCRIBER);
        }
        var places = here.stream().mapToInt(Shift::patients).sum();
        var watched = others.stream()
                .filter(other -> other.watched() != null && in(other.watched(), at))
                .count();
        if (limited(Role.MONITOR) && watched + 1 > places) {
            faults.add(Fault.NO_MONITOR);
        }
        return faults;
    }

    private static boolean any(List<Entry> others, Predicate<Entry> that) {
        return others.stream().anyMatch(that);
    }

    /** By the clock on the wall, on the date on which the entry starts. */
    private boolean open(Instant at, Entry entry) {
        var local = at.atZone(scene.zone());
        var sameDate = local.toLocalDate()
                .equals(entry.time().from().atZone(scene.zone()).toLocalDate());
        return sameDate
                && scene.hours().stream()
                        .filter(hours -> hours.day() == local.getDayOfWeek())
                        .anyMatch(hours -> !local.toLocalTime().isBefore(hours.opens())
                                && (hours.closes().equals(LocalTime.MIDNIGHT)
                                        || local.toLocalTime().isBefore(hours.closes())));
    }

    private static boolean in(Span span, Instant at) {
        return !at.isBefore(span.from()) && at.isBefore(span.to());
    }

    /**
     * Of the first eight sessions two days apart and two in a week of treatment, then five days apart and one in a week: the
     * numbers of the esketamine schedule. Only what is still to come counts.
     */
    private boolean spaced(Entry entry, List<Entry> others, LocalDate today) {
        var dates = new TreeSet<LocalDate>();
        others.stream()
                .filter(other -> other.treatment() && other.patient().equals(entry.patient()))
                .map(this::date)
                .filter(date -> !date.isBefore(today))
                .forEach(dates::add);
        if (!dates.add(date(entry))) {
            return false;
        }
        var order = new ArrayList<>(dates);
        var place = order.indexOf(date(entry));
        return apart(order, place) && apart(order, place + 1) && weekHasRoom(order, place);
    }

    private static boolean apart(List<LocalDate> order, int place) {
        return place == 0
                || place == order.size()
                || ChronoUnit.DAYS.between(order.get(place - 1), order.get(place)) >= (place < 8 ? 2 : 5);
    }

    private static boolean weekHasRoom(List<LocalDate> order, int place) {
        var week = week(order, order.get(place));
        var inWeek = order.stream().filter(date -> week(order, date) == week).count();
        return inWeek <= (place < 8 ? 2 : 1);
    }

    private static long week(List<LocalDate> order, LocalDate date) {
        return ChronoUnit.DAYS.between(order.getFirst(), date) / 7;
    }

    private LocalDate date(Entry entry) {
        return entry.time().from().atZone(scene.zone()).toLocalDate();
    }
}
