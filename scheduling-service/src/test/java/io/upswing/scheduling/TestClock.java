package io.upswing.scheduling;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of a service under test: it stands still until a test moves it. */
@Alternative
@Priority(1)
@Singleton
public class TestClock implements InstantSource {
    /** Monday, 10:00 in New York. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }
}
