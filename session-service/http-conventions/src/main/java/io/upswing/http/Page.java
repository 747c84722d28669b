package io.upswing.http;

import java.util.List;

/** One page of a list, and how long the list is. */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }
}
