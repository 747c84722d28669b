package io.upswing.http;

import java.util.List;
import java.util.function.Function;

/** One page of a list, and how long the list is. */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), total);
    }
}
