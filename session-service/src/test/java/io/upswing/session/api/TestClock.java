package io.upswing.session.api;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;

/** The present of the tests: the afternoon of 1 April 2026 in New York. */
@Mock
@Singleton
class TestClock implements InstantSource {
    static final Instant NOW = Instant.parse("2026-04-01T19:00:00Z");

    @Override
    public Instant instant() {
        return NOW;
    }
}
