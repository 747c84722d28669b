package io.upswing.scheduling.domain;

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
            for (var other : others.all) {
                if (other.overlaps(new Span(from, span.to()))) {
                    add(left, from, other.from());
                    from = later(from, other.to());
                }
            }
            add(left, from, span.to());
        }
        return new Spans(left);
    }

    private static void add(List<Span> spans, Instant from, Instant to) {
        if (from.isBefore(to)) {
            spans.add(new Span(from, to));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The one of these in which all of a time lies. */
    Optional<Span> around(Span span) {
        for (var one : all) {
            if (one.holds(span)) {
                return Optional.of(one);
            }
            if (one.from().isAfter(span.from())) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    boolean hold(Span span) {
        return around(span).isPresent();
    }
}
