package io.upswing.scheduling.domain;

import io.upswing.scheduling.domain.Shift.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Who is on duty around some days. A site on which no shift of a role was ever recorded is not limited by that role:
 * {@code monitored} and {@code attended} say whether one was, of a monitor and of a prescriber.
 */
public record Staffing(boolean monitored, boolean attended, List<Shift> shifts) {
    public static final Staffing UNLIMITED = new Staffing(false, false, List.of());

    public Staffing {
        shifts = List.copyOf(shifts);
    }

    /** Of shifts that are alike, as many are taken away as are given. */
    Staffing without(Collection<Shift> away) {
        var left = new ArrayList<>(shifts);
        away.forEach(left::remove);
        return new Staffing(monitored, attended, left);
    }

    /** Without those who are not on duty within a time. */
    Staffing within(Span time) {
        return new Staffing(
                monitored,
                attended,
                shifts.stream().filter(shift -> shift.time().overlaps(time)).toList());
    }

    /** When a prescriber is on the site. */
    Spans present() {
        return Spans.of(shifts.stream()
                .filter(shift -> shift.role() == Role.PRESCRIBER)
                .map(Shift::time)
                .toList());
    }

    /** When one more patient could be watched, beside those who are watched at these times. */
    Spans room(Collection<Span> watched) {
        var changes = new TreeMap<Instant, Integer>();
        for (var shift : shifts) {
            if (shift.role() == Role.MONITOR) {
                changes.merge(shift.time().from(), shift.patients(), Integer::sum);
                changes.merge(shift.time().to(), -shift.patients(), Integer::sum);
            }
        }
        for (var span : watched) {
            changes.merge(span.from(), -1, Integer::sum);
            changes.merge(span.to(), 1, Integer::sum);
        }
        return positive(changes);
    }

    private static Spans positive(TreeMap<Instant, Integer> changes) {
        var spans = new ArrayList<Span>();
        var places = 0;
        var since = Instant.MIN;
        for (var change : changes.entrySet()) {
            if (places > 0) {
                spans.add(new Span(since, change.getKey()));
            }
            places += change.getValue();
            since = change.getKey();
        }
        return Spans.of(spans);
    }
}
