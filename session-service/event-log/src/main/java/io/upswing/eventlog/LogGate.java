package io.upswing.eventlog;

import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one gate of a replica. */
final class LogGate {

    /** A replica that was stopped ends: whoever runs it starts it again, on the database that is there then. */
    @Produces
    @Singleton
    @DefaultBean
    Gate gate() {
        return new Gate(() -> Quarkus.asyncExit(1));
    }
}
