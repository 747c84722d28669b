package io.upswing.eventlog;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the log is read back, the views hold it and the neighbours' topics are caught up. */
@Readiness
@Singleton
class LogReadiness implements HealthCheck {

    private final EventLogs logs;

    LogReadiness(EventLogs logs) {
        this.logs = logs;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("event log")
                .status(logs.ready())
                .withData("state", logs.state().name())
                .build();
    }
}
