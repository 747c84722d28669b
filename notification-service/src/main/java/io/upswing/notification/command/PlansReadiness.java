package io.upswing.notification.command;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the plans follow from what was read back: nobody is to read half a list of reminders after a rebuild. */
@Readiness
@Singleton
class PlansReadiness implements HealthCheck {
    private final PlanSweep sweep;

    PlansReadiness(PlanSweep sweep) {
        this.sweep = sweep;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("plans").status(sweep.caughtUp()).build();
    }
}
