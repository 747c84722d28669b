package io.upswing.notification.command;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The one clock. */
class Time {
    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
