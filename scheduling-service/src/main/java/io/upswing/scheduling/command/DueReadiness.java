package io.upswing.scheduling.command;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once what is due was derived from what was read back: nobody is to read an empty call list after a rebuild. */
@Readiness
@Singleton
class DueReadiness implements HealthCheck {
    private final DueSweep sweep;

    DueReadiness(DueSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("due items").status(sweep.caughtUp()).build();
    }
}
