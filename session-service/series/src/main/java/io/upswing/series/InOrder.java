package io.upswing.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Sorted immutable lists. Most facts arrive in the order of their dates, so the place is looked for from the end. */
final class InOrder {
    private InOrder() {}

    static <T> List<T> with(List<T> sorted, T item, Comparator<? super T> order) {
        var place = sorted.size();
        while (place > 0 && order.compare(sorted.get(place - 1), item) > 0) {
            place--;
        }
        var all = new ArrayList<T>(sorted.size() + 1);
        all.addAll(sorted);
        all.add(place, item);
        return List.copyOf(all);
    }

    static <T> List<T> without(List<T> sorted, Predicate<? super T> gone) {
        for (var item : sorted) {
            if (gone.test(item)) {
                return sorted.stream().filter(gone.negate()).toList();
            }
        }
        return sorted;
    }

    /** What one event told, gone with it. */
    static <T extends Fact> List<T> withoutEvent(List<T> sorted, UUID event) {
        return without(sorted, fact -> fact.event().equals(event));
    }
}
