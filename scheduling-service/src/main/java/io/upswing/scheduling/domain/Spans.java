package io.upswing.scheduling.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Times apart from each other, earliest first: when a site is open, a chair free, a prescriber present. */
record Spans(List<Span> all) {
    Spans {
        all = List.copyOf(all);
    }

    /** Of times in any order; those that overlap or touch become one. */
    static Spans of(Collection<Span> spans) {
        var merged = new ArrayList<Span>();
        for (var span : spans.stream()
                .filter(span -> span.from().isBefore(span.to()))
                .sorted(Comparator.comparing(Span::from))
                .toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || span.from().isAfter(last.to())) {
                merged.add(span);
            } else if (span.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new Span(last.from(), span.to()));
            }
        }
        return new Spans(merged);
    }

    /** What is left of these when the others are taken away. */
    Spans without(Spans others) {
        var left = new ArrayList<Span>();
        for (var span : all) {
            var from = span.from();
            for (var other : others.within(span)) {
                add(left, from, other.from());
                from = other.to();
            }
            add(left, from, span.to());
        }
        return new Spans(left);
    }

    /** Those that overlap with a time. */
    private List<Span> within(Span span) {
        var first = lastBy(span.from());
        var from = first >= 0 && all.get(first).to().isAfter(span.from()) ? first : first + 1;
        var to = from;
        while (to < all.size() && all.get(to).from().isBefore(span.to())) {
            to++;
        }
        return all.subList(from, to);
    }

    /** Where the last of these is that has begun by then; -1 where none has. */
    private int lastBy(Instant moment) {
        var low = 0;
        var high = all.size();
        while (low < high) {
            var middle = (low + high) / 2;
            if (all.get(middle).from().isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - 1;
    }

    private static void add(List<Span> spans, Instant from, Instant to) {
        if (from.isBefore(to)) {
            spans.add(new Span(from, to));
        }
    }

    /** The one of these in which all of a time lies. */
    Optional<Span> around(Span span) {
        var at = lastBy(span.from());
        return at >= 0 && all.get(at).holds(span) ? Optional.of(all.get(at)) : Optional.empty();
    }

    /** For how long of a time one of these lasts. */
    Duration shared(Span span) {
        return within(span).stream().map(span::shared).reduce(Duration.ZERO, Duration::plus);
    }

    boolean hold(Span span) {
        return around(span).isPresent();
    }
}
