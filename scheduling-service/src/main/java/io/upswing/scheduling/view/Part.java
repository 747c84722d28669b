package io.upswing.scheduling.view;

import java.util.List;

/** Some of a list, and how long the list is. */
public record Part<T>(List<T> some, long total) {
    public Part {
        some = List.copyOf(some);
    }
}
