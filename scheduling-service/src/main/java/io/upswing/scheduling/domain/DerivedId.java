package io.upswing.scheduling.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** An id that follows from others: who makes it again, on another replica or another day, makes the same. */
public final class DerivedId {
    private DerivedId() {}

    /** Of ids, numbers, times or words, in this order. */
    public static UUID of(Object... parts) {
        var name = Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining("/"));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
