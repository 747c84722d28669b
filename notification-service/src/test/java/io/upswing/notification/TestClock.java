package io.upswing.notification;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The present of the tests: ten in the morning of Tuesday, 10 March 2026 in New York. */
@Mock
@Singleton
public class TestClock implements InstantSource {
    public static final Instant NOW = Instant.parse("2026-03-10T14:00:00Z");

    @Override
    public Instant instant() {
        return NOW;
    }
}
